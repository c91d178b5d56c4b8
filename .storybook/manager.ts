import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming';

addons.setConfig({
  theme: create({
    base: 'light',
    brandTitle: '睦邻 Mulin',
    fontBase: "'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', system-ui, sans-serif",
    colorSecondary: '#0b5563',
    appBg: '#f7f4ee',
  }),
});
