/** What is said aloud: how a call is read, a voice from a clip pack, and one that only pretends. */
export type { ClipName, Speaker, Spoken, Utterance } from './contract.ts';
export { readCount, readTicket, sayCall, sayTicket, script, type CallToSay } from './reading.ts';
export { clipSpeaker, type ClipTable, type Voice } from './real-clips.ts';
export { voiceSpeaker } from './real-voice.ts';
export { clipsAndVoice } from './several.ts';
export { simulatedSpeaker, type SimulatedSpeaker } from './simulated.ts';
