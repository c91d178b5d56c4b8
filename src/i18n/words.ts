/** The languages of the house. Chinese comes first and is written by hand; English is complete. */
export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];

/** A room's sentences in every language: the same shape in each, so a missing one fails the build. */
export type Words<Shape> = Readonly<Record<Locale, Shape>>;

export function words<Shape>(zh: Shape, en: NoInfer<Shape>): Words<Shape> {
  return { 'zh-CN': zh, en };
}

/** The nearest language of the house to what a page or a browser asks for. */
export function localeOf(tag: string): Locale {
  return /^en\b/i.test(tag) ? 'en' : 'zh-CN';
}
