/** Invented words for the sample university. Categories by their usual names. */
export const talk = {
  title: "食堂与夜间学习座谈会",
  about:
    "请各学院同学谈谈晚间就餐和夜间学习遇到的困难，后勤保障处、图书馆到场听取并答复。想参加的同学可以直接到场，座位有限，先到先得。",
  place: "湖滨校区学生活动中心二楼报告厅",
  minutes: [
    "座谈会由校学生会执行主席主持，后勤保障处、图书馆有关负责人到场。",
    "与会同学围绕晚间就餐、夜间学习空间、体育场馆开放和新生适应等方面发言，到场部门对其中两项当场作了答复，其余各项由校学生会逐条登记，转有关部门办理。",
    "主持人说明了办理和公开的方式：每一条转为诉求后，可以在公开网站上查到办理到哪一步。",
  ].join("\n"),
  heard: [
    {
      category: "食堂",
      words: "二食堂晚上七点以后没有热菜，晚课同学只能吃泡面。",
      title: "二食堂晚课后没有热菜",
      faculty: "法学院",
      said: "下周起保留两个窗口供应到20时30分。",
      saidBy: "后勤保障处",
    },
    {
      category: "图书馆与自习",
      words: "期末前两周希望图书馆一楼通宵开放，教室晚上十点就锁门。",
      title: "期末前图书馆一楼通宵开放",
      faculty: "文学院",
      said: "",
      saidBy: "",
    },
    {
      category: "体育与场馆",
      words: "体育馆羽毛球场地被校外租用，晚上约不到。",
      title: "体育馆羽毛球场晚间约不到",
      faculty: "马克思主义学院",
      said: "",
      saidBy: "",
    },
    {
      category: "社团与活动",
      words: "转专业的同学不知道怎样补报社团，希望每学期开一次补招。",
      title: "转专业同学补报社团",
      faculty: "",
      said: "",
      saidBy: "",
    },
    {
      category: "宿舍与水电",
      words: "五号楼热水晚上十点半就停，下晚课赶不上。",
      title: "五号楼热水停得太早",
      faculty: "文学院",
      said: "锅炉检修到月底，检修完恢复到23时30分。",
      saidBy: "后勤保障处",
    },
    {
      category: "教学与课程",
      words: "通识选修课的开课时间集中在周四下午，几门想选的都冲突。",
      title: "通识选修课时间集中冲突",
      faculty: "法学院",
      said: "",
      saidBy: "",
    },
  ],
} as const

export const face = {
  title: "校领导和职能部门面对面（十一月）",
  about: "学习和生活中的普遍困难，当面说、当面答。教务处、学生工作部、后勤保障处、网络与信息中心到场。",
  place: "湖滨校区大学生活动中心多功能厅",
  offices: ["分管学生工作的校领导", "教务处", "学生工作部", "后勤保障处", "网络与信息中心"],
} as const

export const survey = {
  title: "自习空间使用情况问卷",
  about: "帮我们弄清楚哪里缺座位、什么时候缺。四道题，一分钟，不记名；结果会公开。",
  questions: [
    {
      id: "",
      kind: "single",
      title: "平时主要在哪里自习",
      options: ["图书馆", "教学楼", "学院资料室", "宿舍", "其他地方"],
      required: true,
    },
    {
      id: "",
      kind: "multiple",
      title: "最希望改善什么",
      options: ["开放时间", "座位数量", "插座和灯光", "空调", "占座管理"],
      required: true,
    },
    { id: "", kind: "scale", title: "对现在的自习空间满意吗", options: [], required: true },
    { id: "", kind: "text", title: "还有什么想说的", options: [], required: false },
  ],
  texts: [
    "考试周希望教学楼一楼通宵开放",
    "占座太多，想用的时候没有位子",
    "三楼的插座坏了一半",
    "资料室周末能不能开门",
    "灯太暗，看久了眼睛疼",
    "希望能在线看到还有多少空座",
  ],
} as const

/** What an export of 问卷星 looks like; the people in it do not exist. */
export const elsewhere = {
  title: "新生适应情况问卷",
  fileName: "问卷星-新生适应情况.xlsx",
  headers: [
    "序号",
    "提交答卷时间",
    "所用时间",
    "来源",
    "来源详情",
    "来自IP",
    "1、你入学以来适应得怎么样",
    "2、哪些方面还不适应（多选）",
    "3、对迎新和新生教育的满意度",
    "4、你希望学生会做些什么",
  ],
  how: ["完全适应", "基本适应", "还在适应", "很不适应"],
  what: ["学习方法", "作息和饮食", "宿舍相处", "远离家人", "时间安排"],
  words: [
    "多组织老生和新生的学习交流",
    "讲一讲怎样选课",
    "希望有心理方面的讲座",
    "周末活动通知早一点发",
    "想认识其他学院的同学",
    "(空)",
    "(空)",
  ],
} as const
