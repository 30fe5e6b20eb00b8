/**
 * Words that speak for one of the usual categories (policy/practice/needs.ts), by general knowledge of a campus. A guess
 * for rows that say none, shown in the check; the desk corrects it.
 */
export const categoryWords: Readonly<Record<string, readonly string[]>> = {
  教学与课程: [
    ..."课程 选课 上课 调课 停课 老师讲 讲课 教学 教材 教案 课堂 必修 选修 实验课 双语课 网课 慕课 习题 讲义 课件 退课 补退选 拖堂 直播课 机房 辅修 助教 班导师 导师 转专业 专业方向 学分 培养方案 交换项目 毕业设计 论文 开题 课程设计 实验报告 大创 竞赛 建模".split(
      " ",
    ),
  ],
  考试与成绩: [
    ..."考试 期末 期中 成绩 补考 重修 缓考 答题卡 考场 绩点 试卷 挂科 四级 六级 提前毕业 保研 推免".split(
      " ",
    ),
  ],
  图书馆与自习: [..."图书馆 自习 借书 还书 占座 阅览 数据库 全文下载 Scopus 知网 文献 图书".split(" ")],
  升学与就业: [..."考研 升学 考研自习室".split(" ")],
  校医院与医保: [..."校医院 医务室 挂号 看病 医保 报销 医生 急诊 体检 疫苗 药房 AED 急救 化验".split(" ")],
  心理支持: [..."心理 咨询师 社交恐惧 辅导热线 抑郁 焦虑 情绪 失眠 压力大 矛盾 调解".split(" ")],
  体育与场馆: [
    ..."体育课 体育馆 体测 操场 跑道 阳光跑 校园跑 跑步 打卡跑 篮球 足球 羽毛球 乒乓 网球 游泳 健身 太极 场馆 肺活量".split(
      " ",
    ),
  ],
  社团与活动: [
    ..."社团 活动 晚会 文艺 汇演 歌手 比赛报名 门票 招新 辩论 排练 观影 聚餐 包饺子 不回家的同学 志愿 第二课堂 讲座 社会融入 新生同学 少数民族 港澳台 残障".split(
      " ",
    ),
  ],
  实习与社会实践: [
    ..."实习 三方 就业 实践 三下乡 返家乡 宣讲会 双选会 招聘 秋招 春招 校招 创业 基层项目 选调 考公 公务员 参军 入伍 征兵 档案 简历 职业规划 西部计划".split(
      " ",
    ),
  ],
  党团与班级: [..."团日 团费 入团 团员 主题教育 入党 党员 推优 志愿书 团支部 班会 班委 党费".split(" ")],
  食堂: [..."食堂 餐厅 饭菜 菜价 打饭 窗口 清真 夜宵 早餐 外卖柜".split(" ")],
  宿舍与水电: [
    ..."宿舍 寝室 公寓 床帘 热水 开水 停水 停电 电费 水费 限电 洗衣机 晚归 门禁 熄灯 宿管 调宿 假期留校 住宿 阳台 浴室 被子".split(
      " ",
    ),
  ],
  报修: [..."报修 维修 修一下 坏了 没人修 没人来修 漏水 空调坏 灯坏 上门".split(" ")],
  网络与信息系统: [
    ..."校园网 网络 无线网 WiFi wifi 掉线 系统打不开 验证码 登录不上 信号 流量 网速 app 小程序 校园卡 一卡通 闪退 统一认证 请假系统 销假系统 定位失败".split(
      " ",
    ),
  ],
  交通与安全: [
    ..."电动车 电瓶车 充电桩 路灯 校车 班车 通勤车 停车 保安 门卫 车辆 人行通道 消防 监控 诈骗 快递 偷 丢了 安全 东门 西门 南门 北门 失物".split(
      " ",
    ),
  ],
  奖助与收费: [
    ..."奖学金 助学金 助学贷款 勤工助学 困难补助 补助 学费 住宿费 收费 缴费 教材费 考试费 重修费 扣费 扣了钱 退款 重新交费 多扣 到账 发票 综测 评优 资助".split(
      " ",
    ),
  ],
  设施与规划: [
    ..."教室 座椅 电梯 卫生间 厕所 洗手间 超市 打印 饮水机 无障碍 绿化 噪音 施工 新教学楼 投影 提案 学生会 建设 规划".split(
      " ",
    ),
  ],
}

const found = new Map(
  Object.entries(categoryWords).flatMap(([category, words]) =>
    words.map((word) => [word, category] as const),
  ),
)

/** The usual category whose words the text has most of, of those wanted; longer words tell more. */
export function categoryFor(
  text: string,
  wanted: (category: string) => boolean = () => true,
): string | undefined {
  const sums = new Map<string, number>()
  for (const [word, category] of found)
    if (wanted(category) && text.includes(word))
      sums.set(category, (sums.get(category) ?? 0) + word.length ** 2)
  return [...sums].toSorted((x, y) => y[1] - x[1])[0]?.[0]
}
