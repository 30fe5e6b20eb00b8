import { newId, unwrap } from "@qiaoliang/basics"
import type { z } from "zod"
import type { Contract } from "#kit/contract.ts"
import type { Actor } from "#kit/server/actor.ts"
import type { Ctx } from "#kit/server/world.ts"
import { adopt, adoptRotation } from "#modules/charter/contract.ts"
import { capacitiesOf } from "#modules/offices/index.ts"
import { agree, nameStandIn, propose } from "#modules/presidium/contract.ts"
import { conveningOn, type Member } from "#modules/presidium/index.ts"
import { unionsOf } from "#modules/unions/index.ts"
import * as contract from "./contract.ts"
import { meetingsOf } from "./store.ts"

/** Does a verb as a member would, at an hour of the sample's day. */
type Does = <C extends Contract>(
  who: Member,
  of: C,
  input: z.input<C["input"]>,
) => Promise<z.output<C["output"]>>

const doing =
  (ctx: Ctx, hour: string): Does =>
  async (who, of, input) => {
    const actor: Actor = {
      account: "sample",
      number: who.number,
      name: who.name,
      admin: false,
      capacities: await capacitiesOf(ctx.tx, who.number, ctx.today),
    }
    const now = new Date(`${ctx.today}T${hour}:00+08:00`)
    const at: Ctx = { ...ctx, actor, now, change: newId(now.getTime()) }
    const served = ctx.world.modules.flatMap((m) => m.served).find((s) => s.contract === of)!
    const parsed = of.input.parse(input)
    const loaded = served.load ? unwrap(await served.load(at, parsed)) : undefined
    const permission = served.may(actor, loaded, parsed)
    if ("refusal" in permission) throw new Error(`${of.name}: ${permission.refusal.because}`)
    return unwrap(await served.run(at, parsed, loaded))
  }

/** The charter, the rotation, a meeting held and one to come: invented, by the verbs' own road. Once only. */
export async function loadSampleMeetings(ctx: Ctx): Promise<void> {
  const school = (await unionsOf(ctx.tx)).find((u) => u.level === "school" && u.kind === "undergraduate")
  if (!school || (await meetingsOf(ctx.tx, [school.id])).length > 0) return
  const { chair, members } = (await conveningOn(ctx.tx, [school.id], ctx.today)).get(school.id)!
  const others = members.filter((m) => m.number !== chair?.number)
  if (!chair || others.length < 2) return
  await adoptRules(doing(ctx, "08:30"), school.id, chair, others)
  await holdMeeting(doing(ctx, "09:30"), school.id, chair, members)
  await comingMeeting(doing(ctx, "11:00"), school.id, chair, others)
}

async function adoptRules(
  does: Does,
  union: string,
  chair: Member,
  others: readonly Member[],
): Promise<void> {
  await does(chair, adopt, {
    union,
    name: "明湖大学学生会章程",
    adoptedOn: "2025-05-25",
    adoptedBy: "学生代表大会",
    public: true,
    words: charter,
  })
  await does(chair, adoptRotation, { union, adopted: true, from: "2025-09-01", source: "章程第六条" })
  const { id } = await does(chair, propose, { union, because: "按轮值顺序拟定，每名成员轮值一个学期" })
  for (const member of others) if ((await does(member, agree, { id })).adopted) break
}

async function holdMeeting(
  does: Does,
  union: string,
  chair: Member,
  members: readonly Member[],
): Promise<void> {
  const { id } = await does(chair, contract.convene, {
    union,
    day: "2025-11-15",
    time: "09:30",
    place: "大学生活动中心 201",
    items: [
      {
        title: "审议冬季校园长跑活动方案",
        detail: "面向全校学生，十二月上旬举行，依托各班级报名。",
        matter: "面向全校的重大活动",
      },
      { title: "期中工作进展通报" },
      { title: "学生会办公用房调整", detail: "后勤处拟调整活动中心二层用房。" },
    ],
  })
  await does(chair, contract.open, { id })
  const away = members.at(-1)!
  await does(chair, contract.callRoll, {
    id,
    people: members.map(({ number }) => ({
      number,
      presence: number === away.number ? ("leave" as const) : ("present" as const),
    })),
    guests: ["陆明远"],
  })
  const served = await does(chair, contract.one, { id })
  const [run, report, room] = served.items
  const owner = members.find((m) => m.number !== chair.number)!
  const vote = await does(chair, contract.putToVote, {
    id: run!.id,
    said: `${owner.name}介绍了路线、志愿者和应急安排。与会成员建议缩短路线，避开教学区。`,
    words: "同意举办冬季校园长跑活动，路线避开教学区，经费不超过6000元",
    owner: owner.number,
    due: "2025-12-06",
  })
  const present = members.filter((m) => m.number !== away.number)
  await does(chair, contract.vote, {
    id: vote.id,
    votes: present.map(({ number }, i) => ({
      number,
      choice: i === present.length - 1 ? ("abstain" as const) : ("for" as const),
    })),
  })
  await does(chair, contract.count, { id: vote.id })
  await does(chair, contract.noteItem, {
    id: report!.id,
    said: "各部门通报了期中以来的工作。",
    state: "discussed",
  })
  await does(chair, contract.noteItem, { id: room!.id, said: "待后勤处方案明确后再议。", state: "deferred" })
  await does(chair, contract.close, { id })
}

async function comingMeeting(
  does: Does,
  union: string,
  chair: Member,
  others: readonly Member[],
): Promise<void> {
  await does(chair, contract.convene, {
    union,
    day: "2025-11-21",
    time: "19:00",
    place: "大学生活动中心 201",
    items: [{ title: "讨论春季学期工作计划", matter: "年度、学期工作计划和总结" }, { title: "寒假值班安排" }],
  })
  await does(chair, nameStandIn, {
    union,
    number: others[0]!.number,
    from: "2025-11-24",
    until: "2025-11-28",
    because: "赴外地参加学联会议",
  })
}

const charter = `第一章 总则
第一条 明湖大学学生会是党领导下的学生组织，是学校联系广大同学的桥梁和纽带。
第二条 本会以全心全意服务同学为宗旨，面向全体同学，依法依规开展工作。
第二章 组织
第三条 学生代表大会是本会的最高权力机关，每年召开一次。
第四条 本会实行“主席团+工作部门”的组织架构，不设其他层级。
第五条 主席团由学生代表大会选举产生，成员不超过五人，集体负责本会重大事项。
第六条 本会不设主席、副主席，设执行主席，由主席团成员轮值担任，以学期为一个轮值周期。
第七条 执行主席召集会议、牵头日常工作；不能履职时，由登记的代理人代理。
第三章 附则
第八条 本章程由学生代表大会通过，由主席团负责解释。`
