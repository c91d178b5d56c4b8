import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The camera of a terminal, on only while somebody looks through it: it goes off with the element. */
export class Camera implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #stream: MediaStream | undefined;
  #video: HTMLVideoElement | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  get on(): boolean {
    return this.#stream !== undefined;
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** False where there is none, or it may not be used. */
  async start(): Promise<boolean> {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({
        video: { width: { ideal: 1920 }, height: { ideal: 1080 }, facingMode: 'environment' },
      });
      if (!this.#host.isConnected) stop(stream);
      else this.#stream = stream;
    } catch {
      return false;
    }
    this.#host.requestUpdate();
    return true;
  }

  stop(): void {
    if (!this.#stream) return;
    stop(this.#stream);
    this.#stream = undefined;
    this.#video = undefined;
    this.#host.requestUpdate();
  }

  /** Lets a video element show what it sees. */
  show(video: Element | undefined): void {
    if (!(video instanceof HTMLVideoElement) || !this.#stream) return;
    this.#video = video;
    if (video.srcObject === this.#stream) return;
    video.srcObject = this.#stream;
    video.play().catch(() => undefined); // gone before it began
  }

  /** What it sees now. */
  async picture(): Promise<Blob | undefined> {
    const video = this.#video;
    if (!video || video.videoWidth === 0) return undefined;
    const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
    canvas.getContext('2d')?.drawImage(video, 0, 0);
    return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
  }
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
