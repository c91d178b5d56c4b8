import { css } from 'lit';

/** Everything is measured by the board itself, so that one drawing fits any screen; 1 unit is a hundredth of its width. */
export const boardStyles = css`
  :host {
    container-type: size;
    block-size: 100%;
    min-block-size: 20rem;
    background: var(--mulin-board-paper);
    color: var(--mulin-board-ink);
    --u: min(1cqi, 1.7778cqb);
  }
  .opening {
    padding: calc(var(--u) * 4);
    font-size: calc(var(--u) * 3);
  }
  .board {
    display: grid;
    grid-template:
      'head head' auto
      'call before' minmax(0, 1fr)
      'lines lines' auto
      'foot foot' auto / 1.25fr 1fr;
    gap: calc(var(--u) * 2);
    block-size: 100%;
    padding: calc(var(--u) * 2.2) calc(var(--u) * 3.3);
    line-height: 1.25;
  }
  .head {
    grid-area: head;
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: calc(var(--u) * 2);
  }
  h2 {
    display: flex;
    align-items: center;
    gap: calc(var(--u) * 1);
    font-size: calc(var(--u) * 2.3);
    font-weight: var(--mulin-weight-strong);
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  /* Read from where the board is read, not from a hand's breadth. */
  mulin-sample {
    --mulin-text-small: calc(var(--u) * 1.6);
  }
  time {
    font-size: calc(var(--u) * 2.8);
    font-weight: var(--mulin-weight-strong);
    font-variant-numeric: tabular-nums;
  }
  .call {
    grid-area: call;
    display: grid;
    align-content: center;
    padding: calc(var(--u) * 2.5) calc(var(--u) * 3.3);
    border-radius: calc(var(--u) * 2);
    background: #fff; /* not a token: the one light sheet on the dark board, in every theme */
    color: #1b2528;
    overflow: hidden;
  }
  .call.quiet {
    background: var(--mulin-board-surface);
    color: var(--mulin-board-ink);
    font-size: calc(var(--u) * 3.4);
  }
  .come {
    color: #9b1c14;
    font-size: calc(var(--u) * 2.2);
    font-weight: var(--mulin-weight-strong);
  }
  .number {
    font-size: calc(var(--u) * 15);
    font-weight: var(--mulin-weight-strong);
    line-height: 1.1;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .counter {
    color: #0b5563;
    font-size: calc(var(--u) * 5);
    font-weight: var(--mulin-weight-strong);
  }
  .about {
    color: #414c50;
    font-size: calc(var(--u) * 2);
  }
  /* Before the first number of the day has been followed by a second. */
  .alone .call {
    grid-area: call / call / before / before;
  }
  .before {
    grid-area: before;
    display: grid;
    grid-auto-rows: minmax(0, 1fr);
    grid-template-rows: repeat(5, minmax(0, 1fr));
    gap: calc(var(--u) * 1.05);
    min-block-size: 0;
  }
  .before li {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: calc(var(--u) * 1);
    padding-inline: calc(var(--u) * 2.3);
    border-radius: calc(var(--u) * 1.4);
    background: var(--mulin-board-surface);
    white-space: nowrap;
    min-block-size: 0;
  }
  .before b {
    font-size: calc(var(--u) * 3.7);
    font-variant-numeric: tabular-nums;
  }
  .before span {
    color: var(--mulin-board-call);
    font-size: calc(var(--u) * 2.4);
    font-weight: var(--mulin-weight-strong);
  }
  .lines {
    grid-area: lines;
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    gap: calc(var(--u) * 2);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .lines li {
    display: grid;
    gap: calc(var(--u) * 0.3);
    padding: calc(var(--u) * 1.1) calc(var(--u) * 1.5);
    border-radius: calc(var(--u) * 1.2);
    background: var(--mulin-board-surface);
  }
  .lines span {
    color: var(--mulin-board-ink-2);
    font-size: calc(var(--u) * 1.55);
  }
  .lines b {
    font-size: calc(var(--u) * 2.1);
  }
  i {
    font-style: normal;
  }
  .foot {
    grid-area: foot;
    display: flex;
    justify-content: space-between;
    gap: calc(var(--u) * 2);
    color: var(--mulin-board-ink-2);
    font-size: calc(var(--u) * 1.55);
  }

  /* Read from near: more fits. */
  :host([metres='3']) .number {
    font-size: calc(var(--u) * 12);
  }
  :host([metres='3']) .before b {
    font-size: calc(var(--u) * 3);
  }

  /* Read from afar: less, and that larger. */
  :host([metres='10']) .board {
    grid-template-columns: 1.7fr 1fr;
    gap: calc(var(--u) * 1.5);
  }
  :host([metres='10']) .call {
    padding-block: calc(var(--u) * 1.5);
  }
  :host([metres='10']) .number {
    font-size: calc(var(--u) * 17);
    line-height: 1.05;
  }
  :host([metres='10']) .counter {
    font-size: calc(var(--u) * 7);
    line-height: 1.15;
  }
  :host([metres='10']) .come {
    font-size: calc(var(--u) * 3);
    line-height: 1.2;
  }
  :host([metres='10']) .before {
    grid-template-rows: repeat(3, minmax(0, 1fr));
    gap: calc(var(--u) * 0.8);
  }
  :host([metres='10']) .before li {
    flex-direction: column;
    justify-content: center;
    gap: 0;
    line-height: 1.05;
  }
  :host([metres='10']) .before b {
    font-size: calc(var(--u) * 6);
  }
  :host([metres='10']) .before span {
    font-size: calc(var(--u) * 4);
  }
  :host([metres='10']) .lines li {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: calc(var(--u) * 1);
    white-space: nowrap;
  }
  :host([metres='10']) .lines :is(span, b) {
    font-size: calc(var(--u) * 2.4);
  }
  :host([metres='10']) .lines span {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  :host([metres='10']) .about,
  :host([metres='10']) .lines i {
    display: none;
  }

  /* A board that hangs upright. */
  @container (max-aspect-ratio: 1) {
    .board,
    :host([metres='10']) .board {
      grid-template:
        'head' auto
        'call' minmax(0, 1.3fr)
        'before' minmax(0, 1fr)
        'lines' auto
        'foot' auto / minmax(0, 1fr);
    }
    .lines {
      grid-auto-flow: row;
    }
    .foot {
      flex-direction: column;
    }
    .board {
      --u: 1.6cqi;
    }
  }
`;
