/** The contract for people to read: one page of plain HTML, made here, with no script and nothing from elsewhere. */
import { html } from 'hono/html';

interface Operation {
  readonly summary: string;
  readonly description?: string;
  readonly requestBody?: {
    readonly content: { readonly 'application/json': { readonly schema: unknown } };
  };
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}
interface Shown {
  readonly info: { readonly title: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

export function openApiPage(document: unknown) {
  const { info, paths } = document as Shown;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${info.title}</title>
        <link rel="stylesheet" href="/openapi.css" />
      </head>
      <body>
        <main>
          <h1>${info.title}</h1>
          <p>${info.description}</p>
          <p><a href="/openapi.json">openapi.json</a> (OpenAPI 3.1)</p>
          ${operations.map(
            ({ path, method, operation }) =>
              html`<section>
                <h2><code>${method.toUpperCase()} ${path}</code></h2>
                <p>${operation.description ?? operation.summary}</p>
                ${
                  operation.requestBody
                    ? html`<details>
                        <summary>What it takes</summary>
                        <pre>
${JSON.stringify(operation.requestBody.content['application/json'].schema, null, 2)}</pre>
                      </details>`
                    : ''
                }
                <dl>
                  ${Object.entries(operation.responses).map(
                    ([status, { description }]) =>
                      html`<dt>${status}</dt>
                        <dd>${description}</dd>`,
                  )}
                </dl>
              </section>`,
          )}
        </main>
      </body>
    </html>`;
}

export const openApiStyle = `:root { color: #1b2528; background: #f7f4ee; font: 18px/1.6 system-ui, sans-serif; }
main { max-width: 48rem; margin: 0 auto; padding: 2rem 1rem; }
h2 { font-size: 1.1rem; margin: 0; overflow-wrap: anywhere; color: #063a45; }
section { background: #fff; border: 1px solid #d9d2c4; border-radius: 12px; padding: 1rem 1.25rem; margin: 1rem 0; }
pre { background: #efeae0; border-radius: 8px; padding: 1rem; overflow: auto; font-size: 0.9rem; }
summary { cursor: pointer; min-height: 2rem; }
a, summary { color: #0b5563; }
dl { display: grid; grid-template-columns: 3.5rem 1fr; margin: 0.5rem 0 0; font-size: 0.95rem; }
dd { margin: 0; }
`;
