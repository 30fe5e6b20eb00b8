import { eachSemester, kept } from "../asking.ts"
import { article, rule } from "../vocabulary.ts"

export const review = article(8, [
  rule("8.1", {
    quote: "组建以学生代表为主，学校党委学生工作部、学校团委等共同参与的评议会",
    holds: (f) =>
      kept(f, "panel-of-delegates", "学生代表过半数，学工部、团委参与", {
        yes: "评议会以学生代表为主，学工部和校团委参与",
        no: "评议会的学生代表没有过半数，或学工部、校团委没有参与",
        cure: "调整评议会的组成",
      }),
  }),
  rule("8.2", {
    quote: "每学期向评议会述职",
    holds: (f) =>
      eachSemester(f, "review-held", {
        what: "主席团成员和工作部门负责人述职",
        cure: "组织主席团成员和工作部门负责人向评议会述职",
      }),
  }),
  rule("8.3", {
    quote: "从政治态度、道德品行、学习情况、工作成效、纪律作风等方面",
    holds: (f) =>
      kept(f, "review-of-five", "五个方面", {
        yes: "述职评议从五个方面作出评价",
        no: "述职评议没有覆盖五个方面",
        cure: "按五个方面补充评价",
      }),
  }),
  rule("8.4", {
    quote: "应依据评议结果择优提名，不允许与其岗位简单直接挂钩",
    holds: (f) =>
      kept(f, "nominated-by-review", "依据评议结果择优提名", {
        yes: "评奖评优、测评加分、推免等事项依据评议结果择优提名",
        no: "评奖评优、测评加分或推免与岗位简单直接挂钩",
        cure: "撤销与岗位挂钩的加分或提名，按评议结果重新提名",
      }),
  }),
])
