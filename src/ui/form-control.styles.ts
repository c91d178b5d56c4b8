import { css } from 'lit';

/** Label, hint and complaint of everything that asks a question. */
export const formControl = css`
  .label {
    display: block;
    margin-block-end: var(--mulin-space-2);
    font-weight: var(--mulin-weight-strong);
    font-size: var(--mulin-text-body);
    line-height: var(--mulin-leading-tight);
  }
  .mark {
    display: var(--mulin-mark, inline);
    margin-inline-start: var(--mulin-space-2);
    color: var(--mulin-ink-2);
    font-weight: var(--mulin-weight-regular);
    font-size: var(--mulin-text-small);
  }
  .hint {
    margin-block-end: var(--mulin-space-2);
    color: var(--mulin-ink-2);
    font-size: var(--mulin-text-small);
  }
  .complaint:not(:empty) {
    color: var(--mulin-cinnabar);
    font-weight: var(--mulin-weight-strong);
    font-size: var(--mulin-text-small);
  }
  .complaint > span {
    vertical-align: middle;
  }
  .complaint > mulin-icon {
    --mulin-icon: 1.4em;
    margin-inline-end: var(--mulin-space-1);
  }
  .complaint:has(span) {
    margin-block-start: var(--mulin-space-2);
  }
`;
