/** Every sentence of the steps. */
import { words } from '../i18n/words.ts';

export const stepsWords = words(
  {
    label: '办理步骤',
    position: (number: number, count: number) => `第 ${number} 步，共 ${count} 步`,
    done: '已完成',
  },
  {
    label: 'Steps',
    position: (number: number, count: number) => `Step ${number} of ${count}`,
    done: 'done',
  },
);
