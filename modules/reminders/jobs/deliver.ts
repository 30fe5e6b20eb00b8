import type { Tx } from "#kit/server/db.ts"
import type { University, World } from "#kit/server/world.ts"
import { openPost, type Post, type Sent } from "../mail.ts"
import { claim, type Delivery, nextTry, settleFailed, settleSent } from "../outbox.ts"
import { mailReady, type Outward } from "../outward.ts"
import { postJson } from "../post.ts"
import { robotUrl } from "../robot-address.ts"
import { callOf, refusedBy } from "../robot-message.ts"
import { type Robot, robotById, robotFailed, robotSent } from "../robots.ts"

/** One round takes no more and no longer: the next comes in a minute. */
const most = 50
const longest = 5 * 60_000

/** Every minute: send what waits in the outbox. No transaction is open while somebody outside is waited for. */
export async function deliver(world: World, of: University, outward: Outward): Promise<void> {
  const inUniversity = <T>(work: (tx: Tx) => Promise<T>) => world.db.scoped(of.id, work)
  const mail = mailReady(outward) ? openPost(outward) : undefined
  const began = performance.now()
  try {
    for (let i = 0; i < most && performance.now() - began < longest; i++) {
      const d = await inUniversity((tx) => claim(tx, world.clock()))
      if (!d) return
      const robot = d.channel === "robot" ? await inUniversity((tx) => robotById(tx, d.owner)) : undefined
      const sent =
        d.channel === "robot" ? await toRobot(robot, d, outward, world.clock()) : await byMail(mail, d)
      await inUniversity((tx) => settle(tx, d, robot, sent, world.clock()))
    }
  } finally {
    mail?.close()
  }
}

const byMail = (mail: Post | undefined, d: Delivery): Promise<Sent> | Sent =>
  mail ? mail.send(d) : { error: "没有设置发信服务器", forGood: false }

async function settle(tx: Tx, d: Delivery, robot: Robot | undefined, sent: Sent, now: Date): Promise<void> {
  if (sent === "sent") {
    await settleSent(tx, d.id, now)
    if (robot) await robotSent(tx, robot.id, now)
    return
  }
  await settleFailed(tx, d, sent.error, sent.forGood ? null : nextTry(d.tries, now))
  if (robot) await robotFailed(tx, robot.id, sent.error)
}

async function toRobot(
  robot: Robot | undefined,
  d: Delivery,
  { origins }: Outward,
  now: Date,
): Promise<Sent> {
  if (!robot || (!robot.on && d.kind !== "test")) return { error: "群机器人已停用", forGood: true }
  // Looked at again: the operator may have taken an origin off the list since.
  const url = robotUrl(robot.kind, robot.url, origins)
  if (!url.ok) return { error: url.error.because, forGood: true }
  const call = callOf(robot.kind, url.value.href, robot.secret, d.text ?? "", now)
  try {
    const answer = await postJson(new URL(call.url), call.body, origins.includes(url.value.origin))
    const refused = refusedBy(answer.status, answer.text)
    return refused === null ? "sent" : { error: refused, forGood: false }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error), forGood: false }
  }
}
