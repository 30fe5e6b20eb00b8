/** A need as a student may have written it. */
export interface WrittenNeed {
  readonly id: string
  readonly text: string
}

interface PlacedNeed extends WrittenNeed {
  readonly place: string
}

const range = (count: number, name: (number: number) => string) =>
  Array.from({ length: count }, (_, i) => name(i + 1))

/** Where, what there, and what may be wrong with it. */
const grounds: readonly {
  readonly places: readonly string[]
  readonly things: readonly string[]
  readonly wrongs: readonly string[]
}[] = [
  {
    places: range(28, (n) => `${n}号宿舍楼`).flatMap((block) => range(6, (n) => `${block}${n}楼`)),
    things: [
      "洗衣机",
      "饮水机",
      "热水器",
      "门禁",
      "空调",
      "暖气",
      "走廊灯",
      "洗手池",
      "无线网",
      "阳台门",
      "烘干机",
      "吹风机",
    ],
    wrongs: [
      "坏了没人修",
      "时好时坏，报修一周没人来",
      "太旧了，希望更换",
      "声音太大，影响休息",
      "不够用，早上要排队",
    ],
  },
  {
    places: range(9, (n) => `${n}号教学楼`).flatMap((block) => range(12, (n) => `${block}${100 + n}教室`)),
    things: ["投影仪", "空调", "话筒", "桌椅", "插座", "黑板灯", "窗帘", "多媒体电脑", "校园网"],
    wrongs: ["用不了，影响上课", "老化严重，建议更新", "报修以后没有结果", "时好时坏", "数量太少，希望增加"],
  },
  {
    places: range(6, (n) => `${n}食堂`).flatMap((hall) => range(15, (n) => `${hall}${n}号窗口`)),
    things: ["早餐", "套餐", "面条", "米饭", "炒菜", "汤", "素菜"],
    wrongs: ["涨价太多", "份量变少", "太凉", "太咸太油", "排队太久", "不新鲜，吃出异物"],
  },
  {
    places: [
      "东门",
      "西门",
      "南门",
      "北门",
      "操场",
      "体育馆",
      "图书馆",
      "校医院",
      "行政楼",
      "实验楼",
      "快递站",
    ],
    things: [
      "路灯",
      "停车",
      "共享单车",
      "电动车",
      "监控",
      "指示牌",
      "垃圾桶",
      "保安",
      "减速带",
      "座椅",
      "饮水点",
    ],
    wrongs: ["没人管", "晚上很不安全", "太少了，希望增加", "坏了好几天", "乱放挡路", "希望尽快整改"],
  },
  {
    places: [
      "高等数学",
      "线性代数",
      "概率论",
      "大学英语",
      "大学物理",
      "有机化学",
      "电路原理",
      "宏观经济学",
      "民法学",
      "古代汉语",
    ],
    things: ["作业", "期末考试", "教材", "答疑", "平时成绩", "上课时间", "选课名额", "实验"],
    wrongs: [
      "安排不合理",
      "没有提前通知",
      "标准不清楚，希望公布",
      "太少，选不上",
      "和别的课冲突",
      "迟迟没有反馈",
    ],
  },
]
const openings = ["", "老师好，", "您好，", "反映一下，", "建议："]
const closings = ["", "。", "，望解决", "，谢谢", "，请回复"]

/** 10,000 plausible needs, no two of the same words, the same ones every time. */
export function tenThousandNeeds(): PlacedNeed[] {
  const all = grounds.flatMap(({ places, things, wrongs }) =>
    places.flatMap((place) =>
      things.flatMap((thing) => wrongs.map((wrong) => ({ place, text: `${place}的${thing}${wrong}` }))),
    ),
  )
  // A step that shares no factor with their number meets each of them once.
  const step = stepFor(all.length)
  return Array.from({ length: 10_000 }, (_, i) => {
    const { place, text } = all[(i * step) % all.length]!
    return { id: `n-${i}`, place, text: `${openings[i % 5]}${text}${closings[(i >> 2) % 5]}` }
  })
}

function stepFor(count: number): number {
  const common = (a: number, b: number): number => (b ? common(b, a % b) : a)
  let step = Math.floor(count * 0.618)
  while (common(step, count) !== 1) step++
  return step
}
