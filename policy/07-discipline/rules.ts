import { reachedLawfully } from "../activities.ts"
import { kept } from "../asking.ts"
import { reportedBeforehand } from "../requests.ts"
import { article, rule } from "../vocabulary.ts"

export const discipline = article(7, [
  rule("7.1", {
    quote: "落实《学生会研究生会干部自律公约》",
    holds: (f) =>
      kept(f, "pledge-signed", "人人阅读并签署公约", {
        yes: "本届工作人员均已阅读并签署自律公约",
        no: "有工作人员没有签署自律公约",
        cure: "请未签署的工作人员阅读并签署现行公约",
      }),
  }),
  rule("7.2", {
    quote: "坚决防范和克服功利化、庸俗化、“小官僚”等问题",
    holds: (f) =>
      kept(f, "conduct-taught", "加强日常教育管理", {
        yes: "本学期开展了工作人员的教育管理",
        no: "本学期没有开展工作人员的教育管理",
        cure: "开展教育培训并登记参加人员",
      }),
  }),
  rule("7.3", {
    quote: "依法依规开展活动、接受管理，活动内容要积极向上",
    holds: (f) =>
      reachedLawfully(f, () =>
        kept(f, "activities-lawful", "面向大多数同学、依法依规", {
          yes: "本学期的活动面向大多数同学，依法依规，内容积极向上",
          no: "本学期有活动不面向大多数同学、未依法依规或内容不当",
          cure: "停办或整改该活动，今后先审核后举办",
        }),
      ),
  }),
  rule("7.4", {
    quote: "须事先向学校团委报告",
    holds: (f) =>
      reportedBeforehand(f, () =>
        kept(f, "reported-beforehand", "事先报告", {
          yes: "本学期的重要事项和重大活动均事先向校团委报告",
          no: "本学期有重要事项或重大活动没有事先向校团委报告",
          cure: "向校团委补报并说明原因",
        }),
      ),
  }),
  rule("7.5", {
    quote: "学校团委要迅速调查核实，按规定和程序及时予以处理",
    holds: (f) =>
      kept(f, "misconduct-handled", "调查核实、及时处理", {
        yes: "本学年反映的问题均已由校团委调查核实并处理",
        no: "本学年有反映的问题没有及时调查处理",
        cure: "由校团委立案调查，听取本人意见后作出处理",
      }),
  }),
])
