import { kept, named } from "../asking.ts"
import { partyInformed, reviewedBefore } from "../requests.ts"
import { article, isSchool, rule } from "../vocabulary.ts"

export const guidance = article(10, [
  rule("10.1", {
    quote: "学生会接受学校团委和上级学联的双重指导",
    when: isSchool,
    holds: (f) =>
      kept(f, "federation-guides", "双重指导", {
        yes: "本学年接受校团委和上级学联的双重指导",
        no: "本学年没有接受校团委或上级学联的指导",
        cure: "向上级学联报送材料并登记指导情况",
      }),
  }),
  rule("10.2", {
    quote: "学校团委要及时向党委汇报学生会工作重大事项",
    when: isSchool,
    holds: (f) =>
      partyInformed(f, () =>
        kept(f, "party-informed", "及时汇报", {
          yes: "本学年的重大事项由校团委及时向党委汇报",
          no: "本学年有重大事项没有及时向党委汇报",
          cure: "由校团委向党委补报",
        }),
      ),
  }),
  rule("10.3", {
    quote: "明确1名团委专职副书记指导学生会",
    when: isSchool,
    holds: (f) =>
      named(f, "deputy-secretary", "1名", {
        what: "指导学生会的团委专职副书记",
        cure: "明确1名团委专职副书记并登记",
        exactly: 1,
      }),
  }),
  rule("10.4", {
    quote: "举办各类活动、发布重要信息、开展对外联系、使用经费物资等事项的审核管理",
    holds: (f) =>
      reviewedBefore(f, () =>
        kept(f, "requests-reviewed", "四类事项先审核", {
          yes: "本学期的活动、信息、对外联系和经费物资均经审核",
          no: "本学期有活动、信息、对外联系或经费物资未经审核",
          cure: "补办审核；今后未经审核不得实施",
        }),
      ),
  }),
])
