import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { screenOf } from '../tests/harness/screen.ts';
import type { MulinPhoto, Shot } from '../src/ui/index.ts';

/** A paper with some lines on it. */
function paper(id: string, blurred = false): Shot {
  const canvas = new OffscreenCanvas(320, 220);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.fillStyle = '#efe6d2';
  context.fillRect(0, 0, 320, 220);
  if (blurred) context.filter = 'blur(5px)';
  context.fillStyle = '#444';
  for (let y = 30; y < 200; y += 26) context.fillRect(24, y, 200 + ((y * 7) % 70), 9);
  const preview = canvas.transferToImageBitmap();
  return { id, name: '', type: 'image/jpeg', blob: new Blob(['…']), preview, blurred };
}
const pdf: Shot = {
  id: 'c',
  name: '收入证明.pdf',
  type: 'application/pdf',
  blob: new Blob(['%PDF-']),
  blurred: false,
};

const meta: Meta<MulinPhoto> = {
  title: 'ui/mulin-photo',
  component: 'mulin-photo',
  args: { label: '身份证正反面', max: 2, required: true },
  argTypes: { shots: { control: false } },
};
export default meta;
type Story = StoryObj<MulinPhoto>;

export const Empty: Story = { args: { hint: '四个角都要拍到，字要看得清' } };
export const Taken: Story = { args: { shots: [paper('a')] } };
export const Blurred: Story = { args: { shots: [paper('a', true)] } };
export const Full: Story = { args: { shots: [paper('a'), paper('b')] } };
export const Documents: Story = {
  args: { label: '收入证明', documents: true, max: 3, shots: [pdf] },
};
export const WithError: Story = { args: { error: '请拍照或选文件。' } };
export const Disabled: Story = { args: { disabled: true, shots: [paper('a')] } };

/** A file that is no picture, whatever its name says. */
export const Refused: Story = {
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const photo = canvasElement.querySelector('mulin-photo') as MulinPhoto;
    await photo.updateComplete;
    const input = photo.shadowRoot?.querySelector('input') as HTMLInputElement;
    const files = new DataTransfer();
    files.items.add(new File(['MZ'], '身份证.jpg', { type: 'image/jpeg' }));
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
    await screenOf(canvasElement).read(/这不是照片/);
  },
};
/** A terminal has a camera and no files. */
export const Terminal: Story = { parameters: { terminal: true } };
