import type { Speaker, Spoken, Utterance } from './contract.ts';

/** A word after a hush is swallowed unless it waits a moment, in milliseconds. */
const AFTER_HUSH = 60;

/**
 * Speaks any text with a voice of this machine, for what no clip pack can hold. Only voices that need no network count: what
 * people read here is not sent to anybody. Without one it is silent, and says so.
 */
export function voiceSpeaker(synthesis: SpeechSynthesis = speechSynthesis): Speaker {
  let turn: Promise<unknown> = Promise.resolve();
  let hushed = 0;

  const voiceFor = (lang: string): SpeechSynthesisVoice | undefined =>
    synthesis
      .getVoices()
      .find((voice) => voice.localService && voice.lang.slice(0, 2) === lang.slice(0, 2));

  async function sayNow({ lang, text }: Utterance): Promise<Spoken> {
    const voice = voiceFor(lang);
    if (!voice) return 'silent';
    await new Promise((resolve) => setTimeout(resolve, AFTER_HUSH));
    return new Promise((resolve) => {
      const words = Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang });
      words.onend = () => resolve('spoken');
      words.onerror = () => resolve('silent');
      synthesis.speak(words);
    });
  }

  return {
    say(utterance) {
      const born = hushed;
      const said = turn.then(() => (born === hushed ? sayNow(utterance) : 'silent'));
      turn = said;
      return said;
    },
    hush() {
      hushed += 1;
      synthesis.cancel();
    },
  };
}
