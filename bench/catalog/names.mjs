/** Believable names of goods, as many as are wanted: makes and marks before, what it is, and a size behind. */
const makes =
  '大白兔 光明 梅林 冠生园 凤凰 回力 永久 蜂花 美加净 白猫 扇牌 上海药皂 恒源祥 三枪 民光 老凤祥 英雄 中华 马利 红双喜 永固 敦煌 雷允上 杏花楼 沈大成 功德林 邵万生 三阳 泰康 天厨 鼎丰 佛手 海鸥 雪花 维多利 佳丽 长乐 友谊 和平 朝阳 春雷'.split(
    ' ',
  );
const kinds =
  '新款 加厚 轻便 儿童 老人 男式 女式 全棉 羊毛 防水 防滑 折叠 便携 家用 简装 礼盒 散装 无糖 低盐 高钙 有机 手工 迷你 大号 小号 中号 特惠 爱心 义卖 九成新 全新 冬季 夏季 春秋 保暖 透气 耐磨 静音 充电 智能 环保 经典 怀旧 双层 可爱 素色'.split(
    ' ',
  );
const things =
  '羽绒服 毛衣 棉被 大米 面粉 食用油 酱油 米醋 挂面 饼干 奶粉 牛奶 豆浆 红糖 白糖 食盐 茶叶 肥皂 洗衣粉 洗洁精 洗发水 沐浴露 牙膏 牙刷 毛巾 浴巾 床单 被套 枕头 凉席 拖鞋 运动鞋 皮鞋 雨靴 袜子 手套 围巾 帽子 衬衫 裤子 裙子 外套 马甲 内胆 书包 铅笔 钢笔 本子 字典 故事书 画册 积木 拼图 皮球 跳绳 羽毛球拍 乒乓球 象棋 围棋 台灯 电扇 电饭锅 热水壶 保温杯 饭盒 筷子 碗 盘子 炒锅 菜刀 砧板 剪刀 针线盒 雨伞 拐杖 轮椅 助行器 血压计 体温计 口罩 创可贴 放大镜 老花镜 收音机 闹钟 日历 相册 花瓶 盆栽 种子 花盆 工具箱 螺丝刀 卷尺 手电筒 电池 插座 灯泡 垃圾袋 抹布 拖把 扫帚 衣架 收纳箱 行李箱 帆布袋 购物车 重阳糕 银耳 茶几 长袖 弹力带 暖宝宝 尿片 湿巾'.split(
    ' ',
  );
const sizes =
  'S码 M码 L码 XL码 500克 1公斤 5公斤 10公斤 250毫升 500毫升 1升 5升 一双 两条 三件 四只装 六瓶 十包 红色 蓝色 灰色 黑色'.split(
    ' ',
  );

export function namesOf(count) {
  const names = [];
  // Steps that share no factor with the lengths walk through all combinations before one comes again.
  for (let i = 0; names.length < count; i += 1)
    names.push(
      makes[(i * 7) % makes.length] +
        kinds[(i * 11 + Math.floor(i / 41)) % kinds.length] +
        things[(i * 17 + Math.floor(i / 1000)) % things.length] +
        sizes[(i * 5 + Math.floor(i / 300)) % sizes.length],
    );
  return names;
}
