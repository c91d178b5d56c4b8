/** Sentences of mulin-photo: why a file is not taken, and what to do then. */
import { words } from '../i18n/words.ts';
import type { FileTrouble } from './picture.ts';
import type { Sentence } from './sentences.ts';

type Label =
  | 'document'
  | 'blurred'
  | 'turn'
  | 'remove'
  | 'camera'
  | 'another'
  | 'choose'
  | 'chooseFile'
  | 'finder'
  | 'shutter'
  | 'stop';

export const photoWords = words<
  {
    readonly missing: (label: string) => string;
    readonly count: (taken: number, max: number) => string;
    readonly picture: (number: number) => string;
    readonly turnOf: (number: number) => string;
    readonly removeOf: (number: number) => string;
    readonly troubles: Readonly<Record<FileTrouble | 'no-camera', Sentence>>;
  } & Readonly<Record<Label, string>>
>(
  {
    missing: (label) => `请拍照或选文件：${label}。`,
    count: (taken, max) => `${taken} / ${max} 张`,
    picture: (number) => `第 ${number} 张照片`,
    turnOf: (number) => `转一下第 ${number} 张`,
    removeOf: (number) => `去掉第 ${number} 张`,
    document: '文件',
    blurred: '这张不太清楚。看不清字的话，请重拍一张。',
    turn: '转一下',
    remove: '去掉',
    camera: '拍照',
    another: '再拍一张',
    choose: '拍照或选照片',
    chooseFile: '拍照或选文件',
    finder: '摄像头画面',
    shutter: '拍下来',
    stop: '不拍了',
    troubles: {
      empty: { title: '这个文件是空的', next: '请换一个文件，或者重新拍一张。' },
      'too-large': { title: '这个文件太大了', next: '最多 25 MB。请换一张，或者重新拍一张。' },
      heic: {
        title: '苹果手机的 HEIC 照片，这里打不开',
        next: '请在手机“设置 > 相机 > 格式”里选“兼容性最佳”，再拍一张；或者把照片截个屏再选。',
      },
      'wrong-kind': {
        title: '这不是照片',
        next: '请选 JPG 或 PNG 照片；写着要文件的地方，也可以选 PDF。',
      },
      'too-many-pixels': { title: '这张图太大，打不开', next: '请重新拍一张，不用选特别高清的。' },
      broken: { title: '这个文件坏了，打不开', next: '请换一个文件，或者重新拍一张。' },
      'document-too-large': {
        title: '这个 PDF 太大了',
        next: '最多 2 MB。请存得小一点，或者把每一页拍成照片。',
      },
      'no-camera': {
        title: '这台机器现在不能拍照',
        next: '别的可以接着填，这一项请带着材料到窗口补。',
      },
    },
  },
  {
    missing: (label) => `Please take a photo or choose a file: ${label}.`,
    count: (taken, max) => `${taken} of ${max}`,
    picture: (number) => `Photo ${number}`,
    turnOf: (number) => `Turn photo ${number}`,
    removeOf: (number) => `Remove photo ${number}`,
    document: 'Document',
    blurred: 'This one is not sharp. If the words can’t be read, please take it again.',
    turn: 'Turn',
    remove: 'Remove',
    camera: 'Take a photo',
    another: 'Take another photo',
    choose: 'Take or choose a photo',
    chooseFile: 'Take a photo or choose a file',
    finder: 'What the camera sees',
    shutter: 'Take it',
    stop: 'Stop',
    troubles: {
      empty: { title: 'This file is empty', next: 'Please choose another, or take a new photo.' },
      'too-large': {
        title: 'This file is too large',
        next: 'The limit is 25 MB. Please choose another, or take a new photo.',
      },
      heic: {
        title: 'This is a HEIC photo, which can’t be opened here',
        next: 'On your iPhone, choose Settings > Camera > Formats > Most Compatible and take it again, or choose a screenshot of it.',
      },
      'wrong-kind': {
        title: 'This is not a photo',
        next: 'Please choose a JPG or PNG; where a document is asked for, a PDF will do too.',
      },
      'too-many-pixels': {
        title: 'This picture is too large to open',
        next: 'Please take it again; it need not be very high in resolution.',
      },
      broken: {
        title: 'This file is damaged and can’t be opened',
        next: 'Please choose another, or take a new photo.',
      },
      'document-too-large': {
        title: 'This PDF is too large',
        next: 'The limit is 2 MB. Please save it smaller, or take a photo of each page.',
      },
      'no-camera': {
        title: 'This terminal can’t take photos just now',
        next: 'You can fill in the rest; please bring this paper to a counter.',
      },
    },
  },
);
