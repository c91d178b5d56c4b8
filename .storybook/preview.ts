import '@fontsource-variable/noto-sans-sc/index.css';
import {
  setCustomElementsManifest,
  type Decorator,
  type Loader,
  type Preview,
} from '@storybook/web-components-vite';
import { html } from 'lit';
import { withActions } from 'storybook/actions/decorator';
import type { ArgTypesEnhancer } from 'storybook/internal/types';
import manifest from '../custom-elements.json';
import { localeOf } from '../src/i18n/index.ts';
import * as library from '../src/index.ts';
import { checkPack, type Pack } from '../src/model/index.ts';
import { openHall, type Hall } from '../tests/harness/hall.ts';
import './preview.css';

interface Declared {
  readonly name: string;
  tagName?: string;
  cssParts?: { name: string }[];
}
const exported = new Map<string, unknown>(Object.entries(library));
for (const one of manifest.modules.flatMap(({ declarations }) => declarations as Declared[])) {
  // A table has one row for each name, and a part may be called like an attribute or a slot.
  one.cssParts?.forEach((part) => (part.name = `::part(${part.name})`));
  // The analyzer does not know our decorator, so it leaves out the tags; the registry knows every one.
  const found = exported.get(one.name);
  if (typeof found !== 'function' || !(found.prototype instanceof HTMLElement)) continue;
  const tag = customElements.getName(found as unknown as CustomElementConstructor);
  if (tag) one.tagName ??= tag;
}
setCustomElementsManifest(manifest);

/** What the elements tell the page, for the Actions panel. */
const told = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .flatMap((one) => ('events' in one ? one.events : []))
  .map(({ name }) => name)
  .filter((name) => name.startsWith('mulin-'));

let pack: Promise<Pack> | undefined;

async function loadPack(): Promise<Pack> {
  const value: unknown = await (await fetch('packs/yangpu.json')).json();
  const mistakes = checkPack(value);
  if (mistakes.length > 0) throw new Error(JSON.stringify(mistakes));
  return value as Pack;
}

/** Every story gets a hall of its own, with the pack of Yangpu, on a Monday night or at `parameters.now`. */
const withHall: Loader = async ({ parameters }) => ({
  hall: openHall(await (pack ??= loadPack()), parameters['now'] as string | undefined),
});

const inScope: Decorator = (story, { globals, loaded, parameters, viewMode }) => {
  const { theme, language, terminal } = globals as Record<string, string>;
  const { hall } = loaded as { readonly hall?: Hall };
  document.documentElement.lang = localeOf(language ?? '');
  return html`<mulin-scope
    class=${viewMode}
    .gateway=${hall?.gateway}
    theme=${parameters['theme'] ?? theme}
    lang=${parameters['language'] ?? language}
    ?terminal=${parameters['terminal'] ?? terminal === 'terminal'}
    >${story()}</mulin-scope
  >`;
};

/** What is no attribute and no property can be read about, not set. */
const onlyRead: ArgTypesEnhancer = ({ argTypes }) =>
  Object.fromEntries(
    Object.entries(argTypes).map(([name, type]) => {
      const { category = '' } = type.table ?? {};
      return [name, /^(css|events|slots)/.test(category) ? { control: false, ...type } : type];
    }),
  );

const preview: Preview = {
  tags: ['autodocs'],
  loaders: [withHall],
  decorators: [inScope, withActions],
  argTypesEnhancers: [onlyRead],
  beforeEach:
    ({ loaded }) =>
    () =>
      (loaded as { readonly hall?: Hall }).hall?.close(),
  initialGlobals: { theme: 'standard', language: 'zh-CN', terminal: 'page' },
  globalTypes: {
    theme: {
      toolbar: {
        title: 'Theme',
        icon: 'paintbrush',
        dynamicTitle: true,
        items: [
          { value: 'standard', title: 'Standard' },
          { value: 'elder', title: 'Elder' },
          { value: 'contrast', title: 'High contrast' },
          { value: 'elder contrast', title: 'Elder, high contrast' },
        ],
      },
    },
    language: {
      toolbar: {
        title: 'Language',
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'zh-CN', title: '中文' },
          { value: 'en', title: 'English' },
        ],
      },
    },
    terminal: {
      toolbar: {
        title: 'Place',
        icon: 'browser',
        dynamicTitle: true,
        items: [
          { value: 'page', title: 'On a page' },
          { value: 'terminal', title: 'On a terminal' },
        ],
      },
    },
  },
  parameters: {
    layout: 'fullscreen',
    // A violation is an error, not a remark.
    a11y: { test: 'error', options: { rules: { region: { enabled: false } } } },
    actions: { handles: [...new Set(told)] },
    controls: { expanded: true },
    options: { storySort: { order: ['journeys', 'parts', 'ui'] } },
    viewport: {
      options: {
        phone: { name: 'Phone', styles: { width: '390px', height: '844px' }, type: 'mobile' },
        kiosk: { name: 'Terminal', styles: { width: '1080px', height: '1920px' }, type: 'desktop' },
        board: {
          name: 'Landscape',
          styles: { width: '1920px', height: '1080px' },
          type: 'desktop',
        },
      },
    },
  },
};

export default preview;
