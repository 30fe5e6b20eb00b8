import { newId, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import { toDocx, toPdf, toXlsx } from "#kit/paper/index.ts"
import { asking, type Ending, sendMade } from "#kit/server/files-out.ts"
import { sendRefusal } from "#kit/server/http.ts"
import type { Ctx, World } from "#kit/server/world.ts"
import { inDuty, mayPrepare, mayReadAssembly, type OfAssembly, theAssembly } from "#modules/assembly/index.ts"
import { studentsOfKind } from "#modules/people/index.ts"
import { insertHanded, listsOfAssembly, meetingsOf, nomineesOf, planOf, reportsOf } from "./lists.ts"
import { theSeats } from "./load.ts"
import { cardsPaper, credentialsPaper, delegatesSheet, rosterPaper } from "./paper.ts"
import { readHanded } from "./reading.ts"
import { classesOf } from "./register.ts"
import { standingOf } from "./standing.ts"
import { delegatesOf, endedOf } from "./store.ts"

interface Made {
  readonly name: string
  readonly bytes: Uint8Array
}
type Maker = (ctx: Ctx, of: OfAssembly, as: Ending) => Promise<Result<Made, Refusal>>

const papers: Readonly<Record<string, { readonly as: readonly Ending[]; readonly make: Maker }>> = {
  report: { as: ["docx", "pdf"], make: reportFile },
  delegates: { as: ["xlsx"], make: sheetFile },
  roster: { as: ["docx", "pdf"], make: rosterFile },
  cards: { as: ["docx", "pdf"], make: cardsFile },
}

/** Files out: the report, the list, the cards; and a list of delegates in. */
export function routes(app: FastifyInstance, world: World): void {
  app.get<{ Params: { assembly: string; file: string } }>(
    "/api/delegates/:assembly/:file",
    { schema: { hide: true } },
    async (request, reply) => {
      const [, what = "", ending = ""] = /^([a-z]+)\.([a-z]+)$/.exec(request.params.file) ?? []
      const paper = papers[what]
      const as = paper?.as.find((a) => a === ending)
      if (!paper || !as) return sendRefusal(reply, { code: "not-found", because: "没有这份文件" })
      const made = await asking(world, request, async (ctx) => {
        const of = await theAssembly(ctx, { assembly: request.params.assembly })
        if (!of.ok) return of
        const permission = mayReadAssembly(ctx.actor, of.value)
        if ("refusal" in permission) return { ok: false, error: permission.refusal }
        const file = await paper.make(ctx, of.value, as)
        if (file.ok)
          await ctx.world.log(ctx, `delegates.${what}`, permission.as, { assembly: of.value.assembly.id })
        return file
      })
      if (!made.ok) return sendRefusal(reply, made.error)
      return sendMade(reply, made.value.name, as, made.value.bytes)
    },
  )

  app.post<{ Querystring: { assembly?: string } }>(
    "/api/delegates/list",
    { schema: { hide: true } },
    (request, reply) => handIn(world, request, reply),
  )
}

async function handIn(
  world: World,
  request: FastifyRequest<{ Querystring: { assembly?: string } }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (request.headers["x-qiaoliang"] !== "1")
    return sendRefusal(reply, { code: "not-allowed", because: "请求来源不明" })
  const done = await asking(world, request, async (ctx) => {
    const of = await theSeats(ctx, { assembly: request.query.assembly ?? "" })
    if (!of.ok) return of
    const permission = mayPrepare(ctx.actor, of.value)
    if ("refusal" in permission) return { ok: false, error: permission.refusal }
    const sent = await request.file()
    if (!sent) return refuse("invalid", "没有收到文件", { at: "file" })
    const file = { name: sent.filename, bytes: new Uint8Array(await sent.toBuffer()) }
    const read = await readHanded(ctx, of.value, file)
    if (!read.ok) return read
    const id = newId(ctx.now.getTime())
    await insertHanded(ctx.tx, {
      id,
      assemblyId: of.value.assembly.id,
      fileName: file.name,
      byName: ctx.actor.name,
      at: ctx.now,
      read: read.value,
      state: "preview",
      change: null,
    })
    await ctx.world.log(ctx, "delegates.hand-in", permission.as, {
      import: id,
      rows: read.value.lines.length,
    })
    return ok({ id, ...read.value })
  })
  return done.ok ? reply.send(done.value) : sendRefusal(reply, done.error)
}

async function reportFile(ctx: Ctx, of: OfAssembly, as: Ending): Promise<Result<Made, Refusal>> {
  const { assembly, union, team } = of
  const all = await reportsOf(ctx.tx, assembly.id)
  const report = all.find((r) => r.adoptedOn) ?? all[0]
  if (!report)
    return refuse("not-found", "代表资格审查报告还没有起草", { cure: "由代表资格审查委员会先起草" })
  const lists = await listsOfAssembly(ctx.tx, assembly.id)
  const ids = lists.map((l) => l.id)
  const meetings = await meetingsOf(ctx.tx, ids)
  const nominees = await nomineesOf(ctx.tx, ids)
  const groups = (await studentsOfKind(ctx.tx, ctx.today, union.kind)).filter(
    (g) => union.level === "school" || g.faculty === union.faculty,
  )
  const faculties = [...new Set(groups.map((g) => g.faculty))]
  let classes = 0
  for (const f of faculties) classes += (await classesOf(ctx.tx, f, union.kind, ctx.today)).length
  const seats = await delegatesOf(ctx.tx, assembly.id)
  const committee = inDuty(team, "credentials")
  const plan = await planOf(ctx.tx, assembly.id)
  const chosen = nominees.filter((n) => ["elected", "accepted", "rejected", "replaced"].includes(n.state))
  const paper = credentialsPaper({
    assembly: assembly.name,
    union: union.name,
    from: [plan?.begunOn, ...meetings.map((m) => m.heldOn)].filter((d) => d !== undefined).sort()[0] ?? null,
    until: report.adoptedOn ?? ctx.today,
    faculties: faculties.length,
    classes,
    students: groups.reduce((n, g) => n + g.students, 0),
    seats: plan?.allocation.total ?? null,
    nominated: nominees.length,
    elected: chosen.length,
    rejected: nominees.filter((n) => n.state === "rejected").length,
    replaced: (await endedOf(ctx.tx, assembly.id)).filter((d) => d.endedBecause !== "撤销导入").length,
    figures: report.figures ?? (await standingOf(ctx, of)).composition,
    observers: seats.filter((s) => !s.voting).length,
    opinion: report.opinion,
    committee: committee.filter((a) => !a.lead).map((a) => a.name),
    head: committee.find((a) => a.lead)?.name ?? "",
    adopted: report.adoptedOn && report.hash ? { on: report.adoptedOn, hash: report.hash } : null,
  })
  return ok({
    name: `${assembly.name}代表资格审查报告`,
    bytes: as === "pdf" ? await toPdf(paper) : await toDocx(paper),
  })
}

async function sheetFile(ctx: Ctx, { assembly }: OfAssembly): Promise<Result<Made, Refusal>> {
  const bytes = await toXlsx([delegatesSheet(await delegatesOf(ctx.tx, assembly.id))])
  return ok({ name: `${assembly.name}代表名单`, bytes })
}

async function rosterFile(
  ctx: Ctx,
  { assembly, union }: OfAssembly,
  as: Ending,
): Promise<Result<Made, Refusal>> {
  const paper = rosterPaper(assembly.name, union.name, await delegatesOf(ctx.tx, assembly.id), ctx.today)
  return ok({
    name: `${assembly.name}代表名单（按代表团）`,
    bytes: as === "pdf" ? await toPdf(paper) : await toDocx(paper),
  })
}

async function cardsFile(
  ctx: Ctx,
  { assembly, union }: OfAssembly,
  as: Ending,
): Promise<Result<Made, Refusal>> {
  const seats = await delegatesOf(ctx.tx, assembly.id)
  if (seats.length === 0) return refuse("not-found", "还没有代表", { cure: "代表产生后再打印代表证" })
  const paper = cardsPaper(assembly.name, union.name, seats)
  return ok({
    name: `${assembly.name}代表证`,
    bytes: as === "pdf" ? await toPdf(paper) : await toDocx(paper),
  })
}
