import { css } from 'lit';

export const hallStatsStyles = css`
  section {
    display: grid;
    gap: var(--mulin-space-5);
  }
  h2 {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--mulin-space-3);
    font-size: var(--mulin-text-title);
    line-height: var(--mulin-leading-tight);
  }
  .save {
    justify-self: start;
  }
  .days {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--mulin-space-3);
  }
  .day {
    min-inline-size: 9em;
    font-size: var(--mulin-text-lead);
    font-weight: var(--mulin-weight-strong);
  }
`;
