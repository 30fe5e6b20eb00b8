import { readFileSync } from "node:fs"
import { ok } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import { nothing, question, verb } from "#kit/contract.ts"
import { type Actor, allowed, mayAs, onlyFor, type Permission } from "#kit/server/actor.ts"
import { type RoomSamples, sample, self, simple } from "#kit/server/samples.ts"
import { action, query, type Served } from "#kit/server/verbs.ts"
import { modules } from "../apps/server/modules.ts"
import { permissionsFile } from "./generate/permissions.ts"
import { faultsOf, type Room, roomOf, roomsOf } from "./permissions/ask.ts"
import { administrator, stranger, student } from "./permissions/cast.ts"
import { type Exceptions, openTo, ownCases } from "./permissions/rules.ts"
import { named } from "./permissions/who.ts"

const own = "自己的账号和提醒，不涉及任何人"
const account: Exceptions = {
  "accounts.sign-out": own,
  "accounts.revoke": own,
  "accounts.second-factor-begin": own,
  "accounts.second-factor-confirm": own,
  "reminders.read": own,
  "reminders.read-all": own,
  "reminders.address": own,
  "reminders.confirm": own,
  "reminders.frequency": own,
  "reminders.forget": own,
}
const setUp = "设定职务，使人可以开始办理；记入公开的设定记录，须写明任命文件"
const machine = "账号管理，不涉及学生会的事"

/** What anybody with an account may do: each of these brings something forward and decides nothing. */
const signedIn: Exceptions = {
  ...account,
  "calls.apply": "4.4：符合条件的学生都可以报名，由学业记录判断",
  "projects.sign-up": "3.10：学生志愿参加，由承办的学生会录用",
  "projects.withdraw": "自己的志愿服务",
  "projects.take-shift": "自己的志愿服务",
  "projects.check": "自己的签到，凭现场的签到码",
  "handling.propose 公开的诉求": "1.3：把普遍诉求写成自己的提案草稿，提交时须是代表",
  "handling.drop-view —": "自己保存的视图",
  "notices.open 公开的，或者发给本人的": "自己打开通知",
  "notices.confirm 发给本人的": "自己确认已读",
  "activities.sign-up —": "2.5：同学自愿参加活动",
  "activities.sign-off —": "自己的报名",
  "activities.here —": "自己的签到，凭现场的签到码",
  "activities.rate —": "自己参加的活动，不记名",
  "courses.move 对全校公示提出异议": "公示期间任何人都可以提出异议，由办理的组织答复",
}

let rooms: readonly Room[]
beforeAll(async () => {
  rooms = await roomsOf(modules)
})

describe("the table of permissions", () => {
  it("has every verb of every room, tried on samples that fit", () => {
    expect(faultsOf(rooms)).toEqual([])
  })
  it("is docs/permissions.md as it is", () => {
    const file = readFileSync(new URL("../docs/permissions.md", import.meta.url), "utf8")
    expect(file).toBe(permissionsFile(rooms))
  })
})

describe("no verb that changes something", () => {
  it("is open to somebody who has not signed in", () => {
    expect(openTo(rooms, stranger, {})).toEqual([])
  })
  it("is open to a student without a post, except to speak for oneself", () => {
    expect(openTo(rooms, student, signedIn)).toEqual([])
  })
  it("is open to an administrator without a post, except to keep the machine", () => {
    const keeping = {
      "accounts.issue-code": machine,
      "accounts.disable": machine,
      "reminders.retry": machine,
      "offices.appoint": setUp,
      "offices.end": setUp,
    }
    expect(openTo(rooms, administrator, { ...signedIn, ...keeping })).toEqual([])
  })
})

describe("the person concerned", () => {
  it("decides on no case of their own, whatever post they hold", () => {
    expect(ownCases(rooms)).toEqual([])
  })
})

/** One room with one verb, to see each of the above fail. */
const decide = verb("test.decide", nothing, nothing)
const roomWith = (may: Served["may"], more: Partial<Served> = {}): Room => {
  const samples: RoomSamples = {
    room: "试验",
    verbs: {
      "test.decide": sample<(actor: Actor, of: { number: string }) => Permission>("决定", {
        关于本人: { loaded: self, self: "当事人", barred: true },
      }),
    },
  }
  const served = { ...action(decide, { may: () => allowed(), run: async () => ok({}) }), ...more, may }
  return roomOf({ name: "test", served: [served] }, samples)
}
const heads: Served["may"] = (actor) =>
  mayAs(actor, "校团委书记", (c) => c.office === "school-league" && c.post === "head", "10.3")
const headsOfOthers: Served["may"] = (actor, of) =>
  of.number === actor.number ? onlyFor("他人", "10.3") : heads(actor, of, undefined)

describe("a permission that went wrong", () => {
  it("is named: open to strangers, to students, to administrators", () => {
    const open = roomWith(() => allowed())
    expect(openTo([open], student, {})).toEqual(["test.decide 关于本人"])
    expect(openTo([open], stranger, {})).toEqual([])
    expect(openTo([roomWith(() => allowed(), { who: "anyone" })], stranger, {})).toEqual([
      "test.decide 关于本人",
    ])
    expect(openTo([roomWith((a) => (a.admin ? allowed() : onlyFor("校团委")))], administrator, {})).toEqual([
      "test.decide 关于本人",
    ])
    expect(openTo([roomWith(heads)], administrator, {})).toEqual([])
  })
  it("is named where an exception is no longer one", () => {
    expect(openTo([roomWith(heads)], student, { "test.decide": "从前" })).toEqual(["test.decide: not open"])
    expect(openTo([roomWith(() => allowed())], student, { "test.decide 关于本人": "有理由" })).toEqual([])
  })
  it("is named where one decides on one's own case, as is a case in which nobody decides", () => {
    expect(ownCases([roomWith(heads)])).toEqual(["test.decide 关于本人: 学校团委书记"])
    expect(ownCases([roomWith(headsOfOthers)])).toEqual([])
    expect(ownCases([roomWith(() => onlyFor("无人"))])).toEqual(["test.decide 关于本人: nobody to keep out"])
  })
  it("changes the document", () => {
    const before = permissionsFile([roomWith(headsOfOthers)])
    expect(before).toContain(
      "| 决定 `test.decide` | 关于本人 | 办理，以职务 | 学校团委（书记） | 当事人不得办理，不论任何职务 | 此事由校团委书记办理（10.3） | — | — |",
    )
    expect(permissionsFile([roomWith(heads)])).not.toBe(before)
  })
})

describe("a sample that is missing or wrong", () => {
  const ask = query(question("test.ask", nothing, nothing), { may: () => allowed(), run: async () => ok({}) })
  const served = [ask]

  it("is named", () => {
    expect(faultsOf([roomOf({ name: "test", served }, undefined)])).toEqual([
      "test.ask: no sample in modules/test/samples.ts",
    ])
    const verbs = { "test.ask": simple("问"), "test.gone": simple("从前的") }
    expect(faultsOf([roomOf({ name: "test", served }, { room: "试验", verbs })])).toEqual([
      "modules/test/samples.ts: test.gone: no such verb",
    ])
    const fits = { room: "试验", verbs: { "test.ask": simple("问") } }
    expect(faultsOf([roomOf({ name: "test", served }, fits)])).toEqual([])
    const looks = {
      ...ask,
      may: (_: Actor, of: { name: string }) => (of.name ? allowed() : onlyFor("校团委")),
    }
    expect(faultsOf([roomOf({ name: "test", served: [looks] }, fits)])[0]).toContain(
      "the sample does not fit",
    )
  })
})

describe("who may, in words", () => {
  const holding = (wanted: (office: string, post: string, at: string) => boolean) =>
    named(({ actor: { capacities } }) => capacities.some((c) => wanted(c.office, c.post, c.scope.name)))

  it("names an office once where all its posts may, and offices of a kind together", () => {
    expect(holding(() => true)).toBe("全部任职人员")
    expect(holding((o) => o === "school-league")).toBe("学校团委")
    expect(holding((o) => o === "faculty-league")).toBe("各学院团组织")
    expect(holding((o, _, at) => o === "faculty-league" && at === "本学院")).toBe("本学院团组织")
    expect(holding((o, p) => o === "faculty-party" && p !== "clerk")).toBe("各学院党组织（干事除外）")
    expect(holding((o, p) => o === "union" && p === "secretary")).toBe("各学生会和研究生会（秘书长）")
    expect(holding((_, __, at) => at === "本校")).toBe("校级各组织和部门")
    expect(holding((o, p) => o === "class-branch" && p === "deputy")).toBe("各班团支部（副书记）")
  })
  it("names posts where only some may", () => {
    expect(holding((o, p) => o === "school-league" && (p === "head" || p === "clerk"))).toBe(
      "学校团委（书记、干事）",
    )
    expect(holding(() => false)).toBe("")
  })
})
