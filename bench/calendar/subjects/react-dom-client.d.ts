/** The one function of react-dom that its subject calls; its types are a package of their own. */
declare module 'react-dom/client' {
  import type { ReactNode } from 'react';
  export function createRoot(place: Element): { render(node: ReactNode): void };
}
