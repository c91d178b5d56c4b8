import type { Speaker } from './contract.ts';

/** Says from clips what has clips, and all else with a voice of the machine. */
export function clipsAndVoice(clips: Speaker, voice: Speaker): Speaker {
  return {
    say: (utterance) => (utterance.clips.length > 0 ? clips : voice).say(utterance),
    hush() {
      clips.hush();
      voice.hush();
    },
  };
}
