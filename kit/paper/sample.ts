import { type Block, choice, type Paper, type Row } from "./paper.ts"

/** A realistic document of every kind of block, for the tests and for looking at. Its people are made up. */

const rows: [string, string, string?, string?][] = [
  ["1★", "坚持全心全意服务同学，聚焦主责主业开展工作。未承担宿舍管理、校园文明纠察、安全保卫等行政职能。"],
  ["2", "工作机构架构为“主席团+工作部门”模式，未在工作部门以上或以下设置“中心”“项目办公室”等常设层级。"],
  ["3", "工作人员不超过40人，学生人数较多、分校区较多的高校不超过60人。", "实有45人", "否"],
  ["4", "主席团成员不超过5人。", "实有5人"],
  ["5", "工作部门不超过6个。", "实有6个"],
  ["6", "除主席、副主席（轮值执行主席）、部长、副部长、干事外未设其他职务。"],
  ["7", "工作人员为共产党员或共青团员。"],
  [
    "8",
    "工作人员中除一年级新生外的本专科生最近1个学期/最近1学年/入学以来三者取其一，学习成绩综合排名在本专业前30%以内，且无课业不及格情况；研究生无课业不及格情况。",
    "采用口径：最近1学年",
  ],
  [
    "9",
    "主席团候选人均由学院（系）团组织推荐，经学院（系）党组织同意，校党委学生工作部门和校团委联合审查后，报校党委确定；校级学生会组织工作部门成员均由学院（系）团组织推荐，经校党委学生工作部门和校团委审核后确定。",
  ],
  ["10", "主席团由学生代表大会（非其委员会、常务委员会、常任代表会议等）选举产生。"],
  ["11★", "按期规范召开学生（研究生）代表大会。", "召开日期为：2026年3月30日"],
  ["12", "开展了校级学生会组织主席团成员和工作部门负责人述职评议。", "2次：2025年12月26日、2026年6月18日"],
  ["13", "开展了春、秋季学生会组织工作人员全员培训。", "2025年9月20日\n2026年3月7日"],
  [
    "14",
    "工作人员参加评奖评优、测评加分、推荐免试攻读研究生等事项时，依据评议结果择优提名，未与其岗位简单挂钩。",
  ],
  ["15", "学校党委定期听取学生会组织工作汇报，研究决定重大事项。", "2025年11月4日"],
  [
    "16",
    "明确1名校团委专职副书记指导校级学生会组织；聘任校团委专职干部担任校级学生会组织秘书长。",
    "周明远；韩静怡",
  ],
]

const departments = ["办公室", "学习部", "权益部", "文体部", "实践部", "宣传部"]
const surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
const given = ["子涵", "㛃", "雨桐", "䶮", "思远", "𬭎", "嘉怡", "文博"]
const colleges = ["马克思主义学院", "计算机科学与技术学院", "外国语学院", "土木工程学院", "经济与管理学院"]

function roster(): Row[] {
  const out: Row[] = []
  let n = 0
  const person = (post: string): Row => {
    const i = n++
    return [
      String(n),
      surnames[(i * 7) % surnames.length]! + given[i % given.length]!,
      ["中共党员", "共青团员", "中共预备党员"][i % 3]!,
      colleges[i % colleges.length]!,
      `${2022 + (i % 4)}级`,
      i % 4 === 3 ? "新生" : `${1 + ((i * 5) % 36)}/120`,
      "否",
      post,
    ]
  }
  out.push([{ text: "主席团（5人）", colspan: 8, shade: true, heading: true }])
  for (let i = 0; i < 5; i++) out.push(person(i === 0 ? "执行主席" : "主席团成员"))
  for (const [d, department] of departments.entries()) {
    const many = d < 4 ? 7 : 6
    out.push([{ text: `${department}（${many}人）`, colspan: 8, shade: true, heading: true }])
    for (let i = 0; i < many; i++) out.push(person(i < 2 ? "负责人" : "工作人员"))
  }
  return out
}

/** University, union and its departments as a small tree. */
export function chart(): string {
  const box = (x: number, y: number, w: number, h: number, lines: string[], fill = "#fff"): string =>
    `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" stroke="#333" stroke-width="1.2"/>${lines
      .map(
        (line, i) =>
          `<text x="${x + w / 2}" y="${y + h / 2 + 5 + (i - (lines.length - 1) / 2) * 20}" text-anchor="middle">${line}</text>`,
      )
      .join("")}`
  const parts = departments.map((name, i) => {
    const x = 10 + i * 112
    return `<path d="M${x + 48} 196V226" stroke="#333" fill="none"/>${box(x, 226, 96, 64, [name, i < 4 ? "7人" : "6人"])}`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 676 300" font-family="Noto Sans SC" font-size="15">
<path d="M338 50V80M338 130V196M58 196H618" stroke="#333" fill="none"/>${box(218, 6, 240, 44, ["学生代表大会"], "#f2f2f2")}${box(218, 80, 240, 50, ["主席团（5人）", "执行主席：赵子涵"])}${parts.join("")}</svg>`
}

export function sample(): Paper {
  const assessment: Block = {
    kind: "table",
    columns: [
      { header: "序号", width: 8, align: "center" },
      { header: "指标", width: 52 },
      { header: "结论", width: 16, align: "center" },
      { header: "备注", width: 24 },
    ],
    rows: rows.map(([no, words, remark, answer]) => [
      no,
      words,
      choice(["是", "否"], answer ?? "是"),
      remark ?? "—",
    ]),
  }
  return {
    title: "桥梁大学学生会改革情况公开",
    subtitle: "（2025—2026学年）",
    blocks: [
      {
        kind: "text",
        runs: "为落实共青团中央、教育部、全国学联联合下发的《关于推动高校学生会（研究生会）深化改革的若干意见》，并结合《关于巩固高校学生会（研究生会）改革成果的若干措施》文件要求，接受广大师生监督，现将我校2025—2026学年学生会改革情况公开如下。",
      },
      { kind: "heading", level: 1, text: "一、改革自评表" },
      { kind: "heading", level: 2, text: "（一）校级学生会组织改革自评表" },
      {
        kind: "text",
        runs: [
          { text: "组织名称：桥梁大学学生会（" },
          ...choice(["学生会", "研究生会"], "学生会"),
          { text: "）" },
        ],
      },
      assessment,
      { kind: "note", text: "注：标注“★”为核心指标；标注“▲”为观测指标，2025—2026学年暂不作硬性要求。" },
      { kind: "heading", level: 3, text: "1. 问题不足" },
      {
        kind: "text",
        runs: [
          { text: "第3项：", bold: true },
          { text: "实有工作人员45人，超过40人。", color: "red" },
          { text: "我校学生22000人、两个校区，依据材料见" },
          { text: "公开网页", href: "https://union.example.edu.cn/disclosures/2026" },
          { text: "。" },
        ],
      },
      {
        kind: "list",
        ordered: true,
        items: ["秋季学期起各部门按不超过6人配备工作人员。", "期末前完成调整并更新公开名单。"],
      },
      { kind: "heading", level: 1, text: "二、校级组织工作机构组织架构图" },
      {
        kind: "figure",
        svg: chart(),
        widthMm: 150,
        caption: "图1　桥梁大学学生会组织架构图",
        alt: "学生代表大会之下设主席团5人，主席团之下设六个工作部门，共45人。",
      },
      { kind: "heading", level: 1, text: "三、校级组织工作人员名单" },
      {
        kind: "table",
        small: true,
        caption: "表1　桥梁大学学生会工作人员名单（45人）",
        columns: [
          { header: "序号", width: 7, align: "center" },
          { header: "姓名", width: 11, align: "center" },
          { header: "政治面貌", width: 13, align: "center" },
          { header: "院（系）", width: 22 },
          { header: "年级", width: 10, align: "center" },
          { header: "综合排名", group: "学业情况", width: 12, align: "center" },
          { header: "课业不及格", group: "学业情况", width: 14, align: "center" },
          { header: "职务", width: 15, align: "center" },
        ],
        rows: roster(),
      },
      { kind: "heading", level: 1, text: "四、审核意见" },
      {
        kind: "signatures",
        boxes: [
          { label: "学生会组织\n自评意见", opinion: "情况属实。", lines: ["执行主席（签字）："], date: true },
          { label: "校团委意见", lines: ["负责人（签字）："], seal: true, date: true },
          { label: "学校党委意见", seal: true, date: true },
        ],
      },
    ],
    footer: "桥梁大学学生会",
    about: {
      author: "桥梁大学学生会",
      subject: "学生会改革情况公开",
      keywords: ["学生会", "改革"],
      date: "2026-06-30",
    },
  }
}

/** Words that would be markup if any printer took them for more than words. */
export const hostile = [
  "#panic()",
  "</table><script>alert(1)</script>",
  "*_[]$@<ref>",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a string that looks like a template is the point
  "{{x}} ${y} \\u0041 \\n &amp; &#65;",
  "= 标题 - 列表 /* 注释 */ // 注释",
  "<w:p/>]]><!--",
  "`raw` ~ -- ... https://x.cn/a_b",
] as const

/** One paper with those words in every place a word can stand. */
export function hostilePaper(): Paper {
  const all = hostile.join(" ")
  return {
    title: hostile[0],
    subtitle: hostile[1],
    number: hostile[2],
    meta: { [hostile[3]]: hostile[4] },
    footer: hostile[0],
    watermark: "#x<y>",
    about: { author: hostile[1], subject: hostile[2], keywords: [hostile[0]] },
    blocks: [
      { kind: "heading", level: 1, text: all, id: '"><b>' },
      {
        kind: "text",
        runs: [{ text: all, bold: true, href: "javascript:alert(1)" }, { text: "\u202e\u0000反转" }],
      },
      { kind: "text", runs: [{ text: "链", href: 'https://x.cn/?a="><script>' }] },
      {
        kind: "table",
        caption: all,
        columns: [
          { header: hostile[1], width: 1, group: hostile[2] },
          { header: hostile[2], width: 1, group: hostile[2] },
        ],
        rows: [[all, { text: all, shade: true, heading: true }]],
      },
      { kind: "list", items: [all] },
      { kind: "figure", svg: chart(), widthMm: 400, caption: all, alt: all },
      {
        kind: "signatures",
        boxes: [{ label: all, opinion: all, lines: [all], seal: true, date: hostile[2] }],
      },
      { kind: "note", text: all },
    ],
  }
}
