import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { keepsRobots, mayKeepRobot } from "../abilities.ts"
import {
  addRobot as addContract,
  removeRobot as removeContract,
  tryRobot as tryContract,
  turnRobot as turnContract,
} from "../contract.ts"
import { callOff, enqueue } from "../outbox.ts"
import type { Outward } from "../outward.ts"
import { makers, robotUrl } from "../robot-address.ts"
import { deleteRobot, insertRobot, type Robot, robotById, robotsOf, setRobotOn } from "../robots.ts"

/** A group has one robot of ours, at most a few. */
const most = 5

async function known(ctx: Ctx, { id }: { id: string }): Promise<Result<Robot, Refusal>> {
  const found = await robotById(ctx.tx, id)
  return found ? ok(found) : refuse("not-found", "没有这个群机器人")
}

export const addRobot = ({ origins }: Outward) =>
  action(addContract, {
    may: (actor, _, input) => mayKeepRobot(actor, input),
    run: async (ctx, { ownerId, kind, url, secret }) => {
      const desk = ctx.actor.capacities.find((c) => keepsRobots(c) && c.officeId === ownerId)!
      const address = robotUrl(kind, url, origins)
      if (!address.ok) return address
      if (makers[kind].signs && !secret)
        return refuse("invalid", `${makers[kind].name}的消息须加签`, {
          at: "secret",
          cure: "请在群机器人的安全设置中选择“加签”或“签名校验”，把密钥填在这里",
        })
      if ((await robotsOf(ctx.tx, [ownerId])).length >= most)
        return refuse("conflict", `一个组织最多${most}个群机器人`, { cure: "请先移除不用的" })
      await insertRobot(
        ctx.tx,
        {
          id: ctx.change,
          ownerId,
          ownerName: desk.officeName,
          office: desk.office,
          place: desk.scope.id,
          kind,
          url: address.value.href,
          secret: makers[kind].signs ? (secret ?? null) : null,
          byName: ctx.actor.name,
        },
        ctx.now,
      )
      ctx.note({ owner: ownerId, kind })
      return ok({ id: ctx.change })
    },
  })

export const turnRobot = action(turnContract, {
  load: known,
  may: mayKeepRobot,
  run: async (ctx, { on }, robot) => {
    await setRobotOn(ctx.tx, robot.id, on)
    if (!on) await callOff(ctx.tx, "robot", robot.id)
    ctx.note({ robot: robot.id, on })
    return ok({})
  },
})

export const removeRobot = action(removeContract, {
  load: known,
  may: mayKeepRobot,
  run: async (ctx, _, robot) => {
    await callOff(ctx.tx, "robot", robot.id)
    await deleteRobot(ctx.tx, robot.id)
    ctx.note({ robot: robot.id })
    return ok({})
  },
})

export const tryRobot = action(tryContract, {
  perMinute: 30,
  load: known,
  may: mayKeepRobot,
  run: async (ctx, _, robot) => {
    const text = `【提醒】${robot.ownerName}：试发成功。开启后，每个工作日 7:30 在此汇总待办件数。`
    await enqueue(ctx.tx, { channel: "robot", kind: "test", owner: robot.id, subject: "", text }, ctx.now)
    return ok({})
  },
})
