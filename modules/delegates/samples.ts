import type { Actor, Permission } from "#kit/server/actor.ts"
import {
  type Case,
  classes,
  faculties,
  type RoomSamples,
  type SampleUnion,
  sample,
  self,
  simple,
  unions,
  university,
} from "#kit/server/samples.ts"
import type { Appointment, Duty, OfAssembly, Team } from "#modules/assembly/index.ts"
import type { Course } from "#modules/courses/index.ts"
import type { mayElect, mayReadList, mayRecommend } from "./abilities.ts"

const assembly: OfAssembly["assembly"] = {
  id: "assembly",
  unionId: unions.school.id,
  kind: "congress",
  name: "学生代表大会",
  day: "2025-12-06",
  time: "14:00",
  place: "礼堂",
  theme: "",
  state: "preparing",
  proposedOn: "2025-11-01",
  openedAt: null,
  closedAt: null,
  cancelledBecause: null,
}

const serving = (duty: Duty, lead = false): Team => [
  {
    id: "appointment",
    assemblyId: assembly.id,
    number: self.number,
    name: self.name,
    duty,
    lead,
    basis: "样例",
    from: "2025-11-01",
    to: null,
  } satisfies Appointment,
]

const of = (union: SampleUnion, team: Team = []): OfAssembly => ({
  assembly: { ...assembly, unionId: union.id },
  union,
  team,
})

type Whole = (actor: Actor, of: OfAssembly) => Permission

const prepared: Readonly<Record<string, Case<OfAssembly>>> = {
  校学生会的大会: { loaded: of(unions.school) },
  本学院学生会的大会: { loaded: of(unions.own) },
  参与筹备: { loaded: of(unions.school, serving("preparatory")), self: "筹备委员会成员" },
}
const preparing = (name: string) => sample<Whole>(name, prepared)
const reading = preparing

const reviewing = (name: string, lead = false) =>
  sample<Whole>(name, {
    校学生会的大会: {
      loaded: of(unions.school, serving("credentials", lead)),
      self: lead ? "资格审查委员会主任" : "资格审查委员会委员",
    },
    本学院学生会的大会: { loaded: of(unions.own, serving("preparatory")), self: "筹备委员会成员" },
  })

const list = {
  faculty: {
    unit: "faculty" as const,
    faculty: faculties.own.name,
    className: null,
    electedBy: unions.own.id,
    society: null,
  },
  class: {
    unit: "class" as const,
    faculty: faculties.own.name,
    className: classes.own.name,
    electedBy: unions.own.id,
    society: null,
  },
}

const course = {
  applicant: "someone",
  about: [],
  places: {
    "faculty-league": faculties.own.id,
    union: unions.own.id,
    "school-league": university.id,
  },
} as unknown as Course

export const samples: RoomSamples = {
  room: "代表",
  verbs: {
    "delegates.begin": preparing("启动代表产生"),
    "delegates.recommend": sample<typeof mayRecommend>("登记班级推荐", {
      以学院为单位: { loaded: { list: list.faculty }, input: { className: classes.own.name } },
      以班级为单位: { loaded: { list: list.class }, input: { className: classes.own.name } },
    }),
    "delegates.elect": sample<typeof mayElect>("登记选举结果", {
      本学院的名单: { loaded: { list: list.faculty } },
    }),
    "delegates.propose": sample<(actor: Actor, of: OfAssembly & { headNumber: string | null }) => Permission>(
      "推荐社团代表",
      {
        主要学生社团: { loaded: { ...of(unions.school), headNumber: self.number }, self: "社团负责人" },
      },
    ),
    "delegates.review": reviewing("审查代表资格"),
    "delegates.seat-ex-officio": preparing("列入当然代表"),
    "delegates.invite": preparing("列入列席代表"),
    "delegates.seat-all": preparing("列入全体同学"),
    "delegates.transfer": preparing("调整代表团"),
    "delegates.name-head": preparing("登记团长"),
    "delegates.replace": reviewing("更换代表"),
    "delegates.fill": reviewing("递补代表"),
    "delegates.draft-report": reviewing("起草资格审查报告"),
    "delegates.adopt-report": reviewing("通过资格审查报告", true),
    "delegates.confirm-import": preparing("导入代表名单"),
    "delegates.undo-import": preparing("撤销导入"),
    "delegates.progress": reading("查看代表产生进度（班级和学院只看本单位的名单）"),
    "delegates.list": sample<typeof mayReadList>("查看一份名单", {
      本学院的名单: { loaded: { ...of(unions.school), list: list.faculty, course } },
    }),
    "delegates.classmates": sample<typeof mayRecommend>("查看本班同学", {
      以学院为单位: { loaded: { list: list.faculty }, input: { className: classes.own.name } },
    }),
    "delegates.people": reading("查看代表名单"),
    "delegates.delegations": reading("查看代表团"),
    "delegates.replaced": reading("查看更换情况"),
    "delegates.imports": preparing("查看导入的名单"),
    "delegates.reviewing": reviewing("查看待审查人选"),
    "delegates.composition": reading("查看代表构成"),
    "delegates.report": reading("查看资格审查报告"),
    "delegates.mine": simple("查看本人的代表身份"),
    "delegates.notices": simple("查看代表人选公示"),
  },
}
