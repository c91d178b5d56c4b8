import { css } from 'lit';

export const giveStyles = css`
  .ways {
    display: grid;
    gap: var(--mulin-space-4);
  }
  @container (min-width: 24em) {
    .ways {
      grid-template-columns: 1fr 1fr;
    }
  }
  .way {
    display: grid;
    gap: var(--mulin-space-1);
    min-block-size: var(--mulin-target-main);
    padding: var(--mulin-space-5);
    border: 1px solid var(--mulin-card-edge);
    border-radius: var(--mulin-radius-card);
    background: var(--mulin-surface);
    box-shadow: var(--mulin-shadow-card);
    text-align: start;
    cursor: pointer;
  }
  .way:active {
    background: var(--mulin-sunken);
  }
  .way b {
    font-size: var(--mulin-text-lead);
    line-height: var(--mulin-leading-tight);
  }
  .way span {
    color: var(--mulin-ink-2);
  }
  .stack {
    display: grid;
    gap: var(--mulin-space-4);
  }
  .lines,
  .times {
    display: grid;
    gap: var(--mulin-space-2);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .lines li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--mulin-space-3);
    padding-block: var(--mulin-space-2);
    border-block-end: 1px solid var(--mulin-line);
  }
  .times {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 11em), 1fr));
  }
  .time {
    display: grid;
    inline-size: 100%;
    min-block-size: var(--mulin-target);
    padding: var(--mulin-space-3);
    border: var(--mulin-stroke) solid var(--mulin-edge);
    border-radius: var(--mulin-radius-control);
    background: var(--mulin-surface);
    text-align: center;
    line-height: var(--mulin-leading-tight);
    cursor: pointer;
  }
  .time span {
    color: var(--mulin-leaf);
    font-size: var(--mulin-text-small);
  }
  .time.full span {
    color: var(--mulin-amber);
  }
  .time:disabled {
    border-style: dashed;
    background: var(--mulin-sunken);
    color: var(--mulin-ink-2);
  }
  .time:disabled span {
    color: var(--mulin-ink-2);
  }
  .activity h3 {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--mulin-space-3);
    margin-block-end: var(--mulin-space-1);
  }
  .activity .times {
    margin-block-start: var(--mulin-space-4);
  }
  .quiet {
    color: var(--mulin-ink-2);
  }
  .story p + p {
    margin-block-start: var(--mulin-space-3);
  }
  .story mulin-button {
    margin-block-start: var(--mulin-space-4);
  }
  @media (forced-colors: active) {
    .way {
      border: 1px solid CanvasText;
    }
  }
`;
