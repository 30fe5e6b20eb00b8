import type { Outcome } from "#policy/practice/proposals.ts"

/** What was done with the invented needs of the sample, in the order of the days. */
export type Deed =
  | { readonly do: "send"; readonly office: string; readonly closed?: true }
  | { readonly do: "keep" }
  | { readonly do: "decline"; readonly because: string }
  | { readonly do: "accept" }
  | { readonly do: "hand-back"; readonly because: string }
  | { readonly do: "draft" | "solve"; readonly text: string }
  | { readonly do: "answer"; readonly outcome: Outcome; readonly text: string }
  | { readonly do: "rate"; readonly solved: number; readonly unsolved: number }
  | { readonly do: "reopen"; readonly because: string }
  | { readonly do: "ask" | "reply" | "note"; readonly text: string }

/** A day of November; of October as a number above 100: 113 is 13 October. */
type On = number

const send = (office: string): Deed => ({ do: "send", office })
const accept: Deed = { do: "accept" }
const answer = (outcome: Outcome, text: string): Deed => ({ do: "answer", outcome, text })
const rate = (solved: number, unsolved: number): Deed => ({ do: "rate", solved, unsolved })
const logistics = "后勤保障处"

/** By the beginning of the need's title. */
export const story: readonly (readonly [string, readonly (readonly [On, Deed])[]])[] = [
  [
    "梅园3号楼洗衣机",
    [
      [114, send(logistics)],
      [114, accept],
      [
        116,
        answer("B", "两台洗衣机的电路板已经订货，预计一周到货；到货前请用二层洗衣房，已延长开放到二十三时。"),
      ],
      [124, { do: "solve", text: "两台洗衣机已于十月二十四日更换电路板，四台均可使用。" }],
      [127, rate(11, 2)],
    ],
  ],
  [
    "图书馆能不能开到",
    [
      [115, send("图书馆")],
      [116, accept],
      [120, answer("A", "自十月二十七日起，图书馆一至三层每晚开放到二十三时，期末前两周四层一并开放。")],
      [121, rate(20, 3)],
    ],
  ],
  [
    "二食堂晚饭",
    [
      [116, send(logistics)],
      [117, accept],
      [121, answer("A", "第二食堂三、四号窗口供应热菜到十九时三十分，工作日执行。")],
      [122, rate(14, 2)],
    ],
  ],
  [
    "选课系统周一",
    [
      [117, send("网络与信息中心")],
      [117, accept],
      [
        121,
        answer(
          "A",
          "选课服务器已增加到四台，第三轮选课分年级错开一小时开放；上一轮未选上的限选课由教务处加开容量。",
        ),
      ],
      [123, rate(27, 6)],
    ],
  ],
  [
    "心理咨询预约",
    [
      [120, send("心理健康教育中心")],
      [120, accept],
      [
        122,
        answer(
          "B",
          "近期预约集中，中心正在增聘两名兼职咨询师。情况紧急的请直接到中心前台或拨打值班电话，当天接待。",
        ),
      ],
      [131, { do: "solve", text: "自十一月起每周增开十二个时段，含周六上午，目前等候约一周。" }],
    ],
  ],
  [
    "东门路灯",
    [
      [120, send("保卫处")],
      [121, { do: "hand-back", because: "校内路灯由后勤保障处维护" }],
      [121, send(logistics)],
      [122, accept],
      [124, answer("A", "东门至樱花大道六盏路灯已全部更换，并列入每周夜间巡查。")],
      [127, rate(9, 0)],
    ],
  ],
  [
    "高数期中",
    [
      [122, send("教务处")],
      [123, accept],
      [127, answer("A", "成绩已于十月二十七日发布，任课教师在周四下午答疑，可以查卷。")],
      [128, rate(7, 1)],
    ],
  ],
  [
    "校医院下午",
    [
      [123, send("校医院")],
      [124, accept],
      [131, answer("B", "正在商定门诊延长到十八时的排班，十一月内试行。")],
    ],
  ],
  [
    "体育馆羽毛球",
    [
      [124, send("体育教学部")],
      [127, accept],
      [129, answer("A", "预约系统已加验证，每人每周最多预约两次。")],
      [131, rate(5, 8)],
    ],
  ],
  [
    "助学金发放",
    [
      [127, send("学生资助管理中心")],
      [127, accept],
      [129, answer("A", "本学期助学金因评审延后，已于十月二十八日发放；下学期起在网站公布发放日期。")],
      [130, rate(5, 1)],
    ],
  ],
  [
    "宿舍热水",
    [
      [128, send(logistics)],
      [128, accept],
      [130, answer("A", "竹园热水供应时间已延长到二十三时三十分。")],
      [3, { do: "reopen", because: "五号楼三层以上十点半以后还是凉水，楼下才有热水。" }],
      [4, accept],
      [6, answer("B", "经查是五号楼循环泵功率不足，已订购新泵，安装前三层以上每晚提前加热。")],
    ],
  ],
  [
    "实验室的安全培训",
    [
      [129, send("教务处")],
      [129, accept],
      [131, answer("D", "本学期培训已结束，下学期将避开专业课，并提供网上补训。")],
    ],
  ],
  [
    "社团招新摊位",
    [
      [130, { do: "keep" }],
      [131, accept],
      [4, answer("A", "本会已与保卫处商定，今后招新由后勤统一布设临时配电，每四个摊位一组。")],
    ],
  ],
  [
    "实习盖章",
    [
      [131, send("就业指导中心")],
      [3, accept],
      [5, answer("B", "三处盖章将合并到办事大厅一个窗口，正在制作流程。")],
    ],
  ],
  [
    "转专业后",
    [
      [3, send("教务处")],
      [3, accept],
      [5, answer("A", "学分认定由转入学院受理，五个工作日内答复，办法和表格已在教务处网站公布。")],
    ],
  ],
  [
    "三食堂窗口",
    [
      [
        4,
        {
          do: "decline",
          because: "补办校园卡期间可在一卡通服务点当场领取临时卡，在各食堂通用，不需要转办。",
        },
      ],
    ],
  ],
  [
    "自习室插座",
    [
      [5, send(logistics)],
      [5, accept],
      [6, { do: "note", text: "已派电工看过，线路老化，需要断电施工，等教学楼排期。" }],
    ],
  ],
  [
    "校车早高峰",
    [
      [6, send(logistics)],
      [6, accept],
      [
        10,
        answer(
          "C",
          "现有车辆和司机已经排满，本学期不能加班次；自下周起七点四十一班改用大车，多出二十个座位。",
        ),
      ],
    ],
  ],
  [
    "考研自习室",
    [
      [7, send("教务处")],
      [10, accept],
      [12, answer("A", "第二教学楼考研自习室自十一月十七日起实行签到，离座一小时后座位可以由他人使用。")],
    ],
  ],
  [
    "宿舍晚上有人",
    [
      [10, { do: "send", office: logistics, closed: true }],
      [10, accept],
      [11, { do: "ask", text: "请问大概是几层？我们安排宿管晚上去看，不会提到是谁反映的。" }],
      [12, { do: "reply", text: "五号楼四层东头，一般十二点以后最响。" }],
    ],
  ],
  ["新生班级通知", [[11, send("党委学生工作部")]]],
  [
    "就业指导中心的讲座",
    [
      [12, send("就业指导中心")],
      [13, accept],
    ],
  ],
  [
    "竹园洗澡水",
    [
      [13, send(logistics)],
      [14, accept],
      [14, { do: "draft", text: "竹园二号楼混水阀已检查，更换阀芯后水温稳定，欢迎同学继续反映。" }],
    ],
  ],
]
