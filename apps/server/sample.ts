import { randomBytes } from "node:crypto"
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { newId, unwrap } from "@qiaoliang/basics"
import { nobody } from "#kit/server/actor.ts"
import { logEntry } from "#kit/server/schema.ts"
import type { Ctx, University, World } from "#kit/server/world.ts"
import { accountByNumber, addAccount, hashPassword, openActor, setUp } from "#modules/accounts/index.ts"
import { loadSampleActivities } from "#modules/activities/index.ts"
import { loadSampleRequests } from "#modules/approvals/index.ts"
import { loadSampleAssembly } from "#modules/assembly/index.ts"
import { loadSampleBoard } from "#modules/board/index.ts"
import { loadSampleCalls } from "#modules/calls/index.ts"
import { tellLate } from "#modules/courses/index.ts"
import { loadSampleDelegates } from "#modules/delegates/index.ts"
import { loadSampleElections } from "#modules/elections/index.ts"
import { loadSampleHandling } from "#modules/handling/index.ts"
import { loadSampleLeadership } from "#modules/leadership/index.ts"
import { loadSampleListening } from "#modules/listening/index.ts"
import { loadSampleMeetings } from "#modules/meetings/index.ts"
import { loadSampleNeeds } from "#modules/needs/index.ts"
import { loadSampleNotices } from "#modules/notices/index.ts"
import { capacitiesOf, officeAt, seat, usualTitle } from "#modules/offices/index.ts"
import { loadSampleProjects } from "#modules/projects/index.ts"
import { loadSampleProposals } from "#modules/proposals/index.ts"
import { loadSampleRoll } from "#modules/roll/index.ts"
import { loadSampleSeats } from "#modules/seats/index.ts"
import { loadSampleSelection } from "#modules/selection/index.ts"
import { unionsOf } from "#modules/unions/index.ts"
import type { OfficeKind, OfficePost } from "#policy/offices.ts"
import { imports } from "./modules.ts"

const folder = fileURLToPath(new URL("../../examples/minghu/", import.meta.url))

/** The day the sample's workbooks hold for, which stands for today at 明湖大学. */
export const sampleDay = "2025-11-15"

interface Officer {
  readonly number: string
  readonly name: string
  readonly office: OfficeKind
  readonly post: OfficePost
  readonly faculty?: string
  /** The department's own name, of those that go by it. */
  readonly unit?: string
  readonly designated?: boolean
  readonly fullTime?: boolean
  /** The union a secretary-general serves. */
  readonly serves?: string
}

/** Invented people, one for each desk the first rooms have. */
const officers: readonly Officer[] = [
  {
    number: "T1003",
    name: "沈知夏",
    office: "school-league",
    post: "secretary",
    serves: "明湖大学学生会",
    fullTime: true,
  },
  { number: "T1003", name: "沈知夏", office: "school-league", post: "clerk" },
  { number: "T1002", name: "陆明远", office: "school-league", post: "deputy-secretary", designated: true },
  { number: "T1001", name: "顾怀谷", office: "school-league", post: "head" },
  { number: "T2001", name: "叶思齐", office: "student-affairs", post: "head" },
  { number: "T3001", name: "江以宁", office: "academic-affairs", post: "head" },
  { number: "T4001", name: "秦若川", office: "school-party", post: "deputy" },
  { number: "T5001", name: "何清越", office: "faculty-league", post: "head", faculty: "文学院" },
  { number: "T6001", name: "许安澜", office: "service", post: "head", unit: "后勤保障处" },
  { number: "T6002", name: "白云初", office: "service", post: "clerk", unit: "后勤保障处" },
  { number: "T5002", name: "梁书怀", office: "faculty-party", post: "head", faculty: "文学院" },
]

/** Departments needs are handed on to; their heads have posts and, until they want one, no login. */
const units: readonly Officer[] = [
  { number: "T6101", name: "宋时安", office: "service", post: "head", unit: "校医院" },
  { number: "T6201", name: "范知远", office: "service", post: "head", unit: "图书馆" },
  { number: "T6301", name: "乔松年", office: "service", post: "head", unit: "网络与信息中心" },
  { number: "T6401", name: "岑静好", office: "service", post: "head", unit: "心理健康教育中心" },
  { number: "T6501", name: "卫长风", office: "service", post: "head", unit: "体育教学部" },
  { number: "T6601", name: "柳成荫", office: "service", post: "head", unit: "就业指导中心" },
  { number: "T6701", name: "孟清和", office: "service", post: "head", unit: "学生资助管理中心" },
  { number: "T6801", name: "钟鸣谦", office: "service", post: "head", unit: "财务处" },
  { number: "T6901", name: "石守正", office: "security", post: "head" },
]

const administrator = { number: "A0001", name: "系统管理员" }
/** A student without a post, who volunteers. */
const volunteer = { number: "202201010101", name: "罗静" }
const student = { number: "202307010106", name: "蔡家哲" }

/** Registers first: the rosters are matched with them. */
const workbooks = ["学生名册", "学业成绩", "社团名录", "校学生会", "研究生会", "院系学生会", "代表名单"]

const loginsFile = (world: World) => `${world.dataDir}/sample-logins.json`

/** Passwords drawn once for this installation: nothing of the sample can be signed into from elsewhere. */
function logins(world: World): Record<string, string> {
  const path = loginsFile(world)
  if (existsSync(path)) return JSON.parse(readFileSync(path, "utf8")) as Record<string, string>
  const people = [administrator, ...officers, student, volunteer]
  const drawn = Object.fromEntries(people.map((p) => [p.number, newPassword()]))
  writeFileSync(path, JSON.stringify(drawn, null, 2), { mode: 0o600 })
  return drawn
}

const newPassword = () => randomBytes(9).toString("hex").match(/.{6}/g)!.join("-")

/**
 * Make 明湖大学 where no university is yet; finish it where a start was stopped in the middle. Every step
 * looks first whether it was already done.
 */
export async function loadSample(world: World, say: (text: string) => void): Promise<void> {
  const first = await world.firstUniversity()
  if (first && first.sample !== "minghu") return
  const passwords = logins(world)
  const of =
    first ??
    unwrap(
      await setUp(world, {
        university: { name: "明湖大学", shortName: "明湖", referenceDay: sampleDay, sample: "minghu" },
        adminNumber: administrator.number,
        adminName: administrator.name,
      }),
    ).university
  await world.within(of, nobody, async (ctx) => {
    await ready(ctx, administrator, passwords, true)
    for (const officer of officers) {
      await ready(ctx, officer, passwords)
      if (!officer.faculty && !officer.serves) await appoint(ctx, of, officer)
    }
    for (const officer of units) await appoint(ctx, of, officer)
    await ready(ctx, student, passwords)
    await ready(ctx, volunteer, passwords)
  })
  const keeper = officers.find((o) => o.office === "student-affairs")!
  const done = await world.db.scoped(of.id, async (tx) => {
    const { rows } = await tx.client.query<{ name: string }>(
      "select file_name as name from import_run where university_id = $1 and status = 'done'",
      [of.id],
    )
    return rows.map((r) => r.name)
  })
  const files = readdirSync(folder)
  for (const word of workbooks) {
    const name = files.find(
      (f) => f.includes(word) && /\.(xlsx|csv)$/.test(f) && (word !== "学生会" || !f.includes("院系")),
    )
    if (!name || done.includes(name)) continue
    say(`导入 ${name} …`)
    const actor = (await openActor(world, of, keeper.number))!
    const bytes = new Uint8Array(readFileSync(`${folder}${name}`))
    unwrap(await imports.work().bring(of, actor, { fileName: name, bytes, asOf: sampleDay }))
  }
  await world.within(of, nobody, async (ctx) => {
    for (const officer of officers) if (officer.faculty || officer.serves) await appoint(ctx, of, officer)
  })
  await world.within(of, nobody, loadSampleRequests)
  await world.within(of, nobody, loadSampleMeetings)
  await world.within(of, nobody, loadSampleCalls)
  await world.within(of, nobody, loadSampleSelection)
  await world.within(of, nobody, loadSampleLeadership)
  await world.within(of, nobody, loadSampleProjects)
  await world.within(of, nobody, loadSampleAssembly)
  await world.within(of, nobody, loadSampleSeats)
  await world.within(of, nobody, loadSampleDelegates)
  await world.within(of, nobody, loadSampleRoll)
  await world.within(of, nobody, loadSampleProposals)
  await world.within(of, nobody, loadSampleElections)
  await world.within(of, nobody, loadSampleNeeds)
  await world.within(of, nobody, loadSampleHandling)
  await world.within(of, nobody, loadSampleBoard)
  await world.within(of, nobody, loadSampleListening)
  await world.within(of, nobody, loadSampleNotices)
  await world.within(of, nobody, loadSampleActivities)
  await world.within(of, nobody, tellLate)
}

async function ready(
  ctx: Ctx,
  person: { number: string; name: string },
  passwords: Record<string, string>,
  admin = false,
) {
  const known = await accountByNumber(ctx.tx, person.number)
  const passwordHash = await hashPassword(passwords[person.number]!)
  if (!known) await addAccount(ctx.tx, { ...pick(person), passwordHash, admin, createdAt: ctx.now })
  else if (!known.passwordHash)
    await ctx.tx.client.query(
      "update account set password_hash = $3, code_hash = null, code_expires = null where university_id = $1 and id = $2",
      [ctx.tx.university, known.id, passwordHash],
    )
}

const pick = ({ number, name }: { number: string; name: string }) => ({ number, name })

async function appoint(ctx: Ctx, of: University, officer: Officer): Promise<void> {
  const held = await capacitiesOf(ctx.tx, officer.number, sampleDay)
  if (held.some((c) => c.post === officer.post)) return
  const scope = officer.unit ?? officer.faculty
  const union = officer.serves
    ? (await unionsOf(ctx.tx)).find((u) => u.name === officer.serves)?.id
    : undefined
  const office = await officeAt(ctx.tx, of, { kind: officer.office, scope, faculty: officer.faculty })
  if (!office) return
  const [change, source] = [newId(), "示例数据"]
  const holder = await seat(ctx.tx, {
    office,
    ...pick(officer),
    post: officer.post,
    title: usualTitle(officer.office, officer.post),
    unionId: union ?? null,
    designated: officer.designated ?? false,
    fullTime: officer.fullTime ?? null,
    basis: "set-up",
    source,
    validFrom: "2025-09-01",
    validTo: null,
    change,
  })
  // Posts an administrator set up are on open record.
  await ctx.tx.sql.insert(logEntry).values({
    universityId: ctx.tx.university,
    id: change,
    at: ctx.now,
    name: administrator.name,
    verb: "offices.appoint",
    summary: { holder, kind: officer.office, post: officer.post, basis: "set-up", source },
  })
}

const duty = (o: Officer) => `${o.unit ?? o.faculty ?? ""}${usualTitle(o.office, o.post)}`

/** The lines to print: who can sign in to the sample, and where the passwords are kept. */
export async function sampleLogins(world: World): Promise<string[]> {
  const first = await world.firstUniversity()
  if (first?.sample !== "minghu" || !existsSync(loginsFile(world))) return []
  const passwords = logins(world)
  const line = (p: { number: string; name: string }, what: string) =>
    `  ${p.number.padEnd(14)} ${(passwords[p.number] ?? "").padEnd(22)} ${p.name}（${what}）`
  return [
    `示例学校${first.name}的登录（学号/工号 密码，另存于 ${loginsFile(world)}）：`,
    ...[...Map.groupBy(officers, (o) => o.number).values()].map((held) =>
      line(held[0]!, held.map(duty).join("、")),
    ),
    line(student, "校学生会执行主席"),
    line(volunteer, "普通同学，志愿者"),
    line(administrator, "只维护系统，不作决定"),
  ]
}
