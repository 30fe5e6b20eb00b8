import type { Actor } from "#kit/server/actor.ts"
import { type RoomSamples, sample, self, simple, unions } from "#kit/server/samples.ts"
import type { Appointment, Assembly, Duty, OfAssembly } from "#modules/assembly/index.ts"
import type {
  Concerned,
  mayArrange,
  mayConfirm,
  mayCount,
  mayCreate,
  mayIssue,
  mayKeepKey,
  mayPreside,
  mayRead,
  mayRegister,
  mayRestart,
} from "./abilities.ts"

const assembly: Assembly = {
  id: "assembly",
  unionId: unions.school.id,
  kind: "congress",
  name: "学生代表大会",
  day: "2025-11-30",
  time: "14:00",
  place: "报告厅",
  theme: "",
  state: "open",
  proposedOn: "2025-10-01",
  openedAt: null,
  closedAt: null,
  cancelledBecause: null,
}

const serving = (duty: Duty, lead: boolean): Appointment => ({
  ...self,
  id: duty,
  assemblyId: assembly.id,
  duty,
  lead,
  basis: "",
  from: "2025-10-01",
  to: null,
})

const nobody = { candidates: [], trustees: [], tellers: [] }
const candidate = { ...self, faculty: "", grade: null, source: null, course: null }

const school: Concerned = { assembly, union: unions.school, team: [], election: nobody }
const faculty: Concerned = {
  ...school,
  assembly: { ...assembly, unionId: unions.own.id },
  union: unions.own,
}
const as = (duty: Duty, lead: boolean, election: Partial<Concerned["election"]> = {}): Concerned => ({
  ...school,
  team: [serving(duty, lead)],
  election: { ...nobody, ...election },
})

const both = { 校学生会: { loaded: school }, 本学院学生会: { loaded: faculty } }
/** Two serve: the person concerned, who must not here, and a member of the presidium, who may. */
const beside = (duty: Duty, lead: boolean, election: Partial<Concerned["election"]>) => ({
  loadedFor: (actor: Actor): Concerned => {
    const other = actor.capacities.some((c) => c.officeId === unions.school.id && c.post === "presidium")
    const { number, name } = actor
    const team = [serving(duty, lead), ...(other ? [{ ...serving(duty, lead), number, name }] : [])]
    return { ...as(duty, lead, election), team }
  },
  barred: true as const,
})
const standing = (duty: Duty, lead = true) => ({
  ...beside(duty, lead, { candidates: [candidate] }),
  self: "候选人",
})

const preside = (name: string) =>
  sample<typeof mayPreside>(name, {
    执行主席: { loaded: as("presiding", true), self: "执行主席" },
    "执行主席，本人参选": standing("presiding"),
    没有职责: { loaded: school },
  })
const keep = (name: string) =>
  sample<typeof mayKeepKey>(name, {
    本次选举的监票人: {
      loaded: as("scrutineer", false, { trustees: [{ ...self, index: 1 }] }),
      self: "保管密钥的监票人",
    },
    其他监票人: { loaded: as("scrutineer", false) },
  })
const count = (name: string) =>
  sample<typeof mayCount>(name, {
    本次选举的计票人: { loaded: as("teller", false, { tellers: [self] }), self: "计票人" },
    其他计票人: { loaded: as("teller", false) },
  })
const issue = (name: string) =>
  sample<typeof mayIssue>(name, {
    资格审查委员会主任: { loaded: as("credentials", true), self: "资格审查委员会主任" },
    "资格审查委员会主任，兼管密钥": {
      ...beside("credentials", true, { trustees: [{ ...self, index: 1 }] }),
      self: "监票人",
    },
    "资格审查委员会主任，本人参选": standing("credentials"),
    其他委员: { loaded: as("credentials", false) },
  })
const arrange = (name: string) =>
  sample<typeof mayArrange>(name, {
    ...both,
    大会主席团成员: { loaded: as("presiding", false), self: "大会主席团成员" },
    筹备委员会成员: { loaded: as("preparatory", false), self: "筹备委员会成员" },
    "筹备委员会成员，本人参选": standing("preparatory", false),
  })

const read = (name: string) =>
  sample<typeof mayRead>(name, {
    校学生会: { loaded: { ...school, delegate: false } },
    本学院学生会: { loaded: { ...faculty, delegate: false } },
    "校学生会，代表": {
      loadedFor: (actor: Actor) => ({ ...school, delegate: actor.number === self.number }),
      self: "代表",
    },
  })

const create: Readonly<Record<string, { readonly loaded: OfAssembly }>> = both

export const samples: RoomSamples = {
  room: "选举",
  verbs: {
    "elections.create": sample<typeof mayCreate>("安排选举", create),
    "elections.change": arrange("修改选举"),
    "elections.cancel": arrange("取消选举"),
    "elections.adopt-rules": preside("登记选举办法通过"),
    "elections.post-message": keep("提交密钥的公开部分"),
    "elections.restart-keys": sample<typeof mayRestart>("重新生成密钥", {
      总监票人: { loaded: as("scrutineer", true), self: "总监票人" },
      其他监票人: { loaded: as("scrutineer", false) },
      执行主席: { loaded: as("presiding", true), self: "执行主席" },
    }),
    "elections.post-decryption": keep("开启票箱"),
    "elections.register-key": sample<typeof mayRegister>("登记手机密钥", {
      代表: { loadedFor: (actor: Actor) => ({ delegate: actor.number === self.number }), self: "代表" },
    }),
    "elections.issue": issue("发放选票凭证"),
    "elections.open": preside("宣布开始投票"),
    "elections.close": preside("宣布停止投票"),
    "elections.enter-count": count("登记计票结果"),
    "elections.confirm-count": sample<typeof mayConfirm>("确认计票结果", {
      总监票人: { loaded: as("scrutineer", true), self: "总监票人" },
      "总监票人，本人参选": standing("scrutineer"),
      其他监票人: { loaded: as("scrutineer", false) },
    }),
    "elections.next-round": preside("组织下一轮投票"),
    "elections.announce": preside("向大会公告选举结果"),
    "elections.list": read("查看大会的选举"),
    "elections.choices": sample<typeof mayCreate>("查看可列入的候选人和监票人", create),
    "elections.one": read("查看选举"),
    "elections.trustee": keep("查看密钥生成"),
    "elections.issuing": issue("查看发放名单"),
    "elections.count": count("查看计票表"),
    "elections.mine": simple("查看自己的选票"),
    "elections.booth": simple("打开投票页"),
    "elections.board": simple("查看公示板"),
    "elections.panel": simple("查看会场大屏"),
  },
}
