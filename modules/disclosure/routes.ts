import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import { onlyFor } from "#kit/server/actor.ts"
import { documentRoutes } from "#kit/server/documents.ts"
import { fetchFile } from "#kit/server/files.ts"
import { sendRefusal, whoAsks } from "#kit/server/http.ts"
import type { Ctx, World } from "#kit/server/world.ts"
import * as may from "./abilities.ts"
import { compose } from "./compose.ts"
import { evidencePack } from "./evidence.ts"
import type { Sources } from "./gather.ts"
import type { DisclosureInput } from "./input.ts"
import type { Copy } from "./paper.ts"
import { visible } from "./present.ts"
import { type Format, formats, printed } from "./print.ts"
import * as store from "./store.ts"

/** Pages and files: the public page and its formats, drafts for the office, the evidence pack, uploads. */
export const routes =
  (from: Sources) =>
  (app: FastifyInstance, world: World): void => {
    app.get<{ Params: { file: string }; Querystring: { version?: string; copy?: string } }>(
      "/disclosures/:file",
      { schema: { hide: true } },
      async (request, reply) => {
        const wanted = parse(request.params.file)
        if (!wanted) return reply.callNotFound()
        const { version, copy } = request.query
        const found = await within(world, request, (ctx) =>
          version !== undefined || copy === "unmasked"
            ? officeCopy(ctx, from, wanted.id, version, copy === "unmasked")
            : publicCopy(ctx, from, wanted.id),
        )
        if (!found.ok) return refusedPage(reply, wanted.format, found.error)
        const { content, print, noindex, isPublic } = found.value
        const file = await printed(content, wanted.format, print, {
          noindex,
          ...(isPublic ? { links: `/disclosures/${wanted.id}` } : {}),
        })
        if (noindex) reply.header("x-robots-tag", "noindex, nofollow, noarchive")
        return send(reply, file, wanted.format === "html", isPublic)
      },
    )

    app.get<{ Params: { id: string }; Querystring: { version?: string } }>(
      "/api/disclosure/:id/pack.zip",
      { schema: { hide: true } },
      async (request, reply) => {
        const found = await within(world, request, (ctx) =>
          binder(ctx, from, request.params.id, request.query.version),
        )
        if (!found.ok) return sendRefusal(reply, found.error)
        const { bytes, seal } = await evidencePack(found.value)
        reply.header("x-pack-seal", seal)
        return send(
          reply,
          { type: "application/zip", bytes, name: `${found.value.content.title}　支撑材料.zip` },
          false,
          false,
        )
      },
    )

    documentRoutes(app, world, {
      at: "/api/disclosure/document",
      maySend: async (ctx) => {
        const unions = await from.unions(ctx)
        const permission = unions.map((union) => may.mayPrepare(ctx.actor, { union })).find((p) => "as" in p)
        return permission ?? onlyFor("学生会组织的编制人", "10.4")
      },
      // What backs an answer leaves the house in the binder; by itself only whoever sent it has it again.
      mayFetch: async (ctx, id) => (await fetchFile(ctx.tx, id))?.uploadedBy === ctx.actor.account,
    })
  }

/** `01j…` or `01j….pdf`. */
function parse(file: string): { id: string; format: Format } | null {
  const match = /^([0-9a-z]{26})(?:\.(\w+))?$/.exec(file)
  const format = (match?.[2] ?? "html") as Format
  return match && formats.includes(format) ? { id: match[1]!, format } : null
}

async function within<T>(
  world: World,
  request: FastifyRequest,
  work: (ctx: Ctx) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  const asks = await whoAsks(world, request)
  if (!asks) return gone
  return world.within(asks.university, asks.actor, work)
}

interface Found {
  readonly content: Parameters<typeof printed>[0]
  readonly print: Copy
  readonly noindex: boolean
  readonly isPublic: boolean
}

const gone = refuse("not-found", "没有这份公开材料，或已撤下")

async function publicCopy(ctx: Ctx, from: Sources, id: string): Promise<Result<Found, Refusal>> {
  const head = await store.headById(ctx.tx, id)
  if (!head) return gone
  // Those who work on it see their draft where the public sees nothing.
  if (!visible(head, ctx.today) || head.publishedVersion === null)
    return officeCopy(ctx, from, id, String(head.version), false)
  const version = await store.versionOf(ctx.tx, id, head.publishedVersion)
  if (!version) return gone
  return ok({ content: version.content, print: {}, noindex: head.noindex, isPublic: true })
}

async function officeCopy(
  ctx: Ctx,
  from: Sources,
  id: string,
  wanted: string | undefined,
  unmasked: boolean,
): Promise<Result<Found, Refusal>> {
  const held = await forOffice(ctx, from, id, wanted, unmasked ? may.maySeeUnmasked : may.maySee)
  if (!held.ok) return held
  const { head, version, approved } = held.value
  const isCurrent = version.number === head.version
  const watermark = unmasked ? "核查件" : approved ? undefined : isCurrent ? "草稿" : "旧稿"
  return ok({
    content: unmasked ? compose(version.grounds, { unmasked: true }) : version.content,
    print: {
      signatures: true,
      preparedBy: version.madeByName,
      ...(watermark ? { watermark } : {}),
      ...(approved ? { approved } : {}),
    },
    noindex: true,
    isPublic: false,
  })
}

/** A version for those whose post gives sight of it; for everybody else there is nothing here. */
async function forOffice(
  ctx: Ctx,
  from: Sources,
  id: string,
  wanted: string | undefined,
  ability: typeof may.maySee,
) {
  const head = await store.headById(ctx.tx, id)
  const union = head && (await from.union(ctx, head.unionId))
  if (!head || !union) return gone
  const permission = ability(ctx.actor, { union })
  if ("refusal" in permission) return gone
  const version = await store.versionOf(ctx.tx, id, wanted === undefined ? head.version : Number(wanted) || 0)
  if (!version) return gone
  const approval = (await store.movesOf(ctx.tx, id)).find(
    (m) => m.move === "approve" && m.version === version.number && m.sha256 === version.sha256,
  )
  const approved = approval && {
    by: approval.name,
    capacity: approval.capacity,
    on: new Date(approval.at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10),
  }
  return ok({ head, union, version, permission, approved })
}

async function binder(ctx: Ctx, from: Sources, id: string, wanted: string | undefined) {
  const held = await forOffice(ctx, from, id, wanted, may.maySeeUnmasked)
  if (!held.ok) return held
  const { head, version, permission } = held.value
  const documents = new Map<string, { name: string; bytes: Uint8Array }>()
  for (const label of documentIds(version.grounds)) {
    const file = await fetchFile(ctx.tx, label)
    if (file) documents.set(file.id, { name: file.name, bytes: file.bytes })
  }
  // Personal data leaves the house here: who took it is on record.
  await ctx.world.log(ctx, "disclosure.pack", "as" in permission ? permission.as : null, {
    disclosure: id,
    version: version.number,
  })
  return ok({
    content: version.content,
    input: version.grounds,
    version: { id, number: version.number, state: head.state },
    made: ctx.today,
    documents,
  })
}

const documentIds = (input: DisclosureInput): string[] => {
  const unions = [input.filer, ...input.faculties]
  const labels = [
    ...input.own.attested.map((a) => a.document),
    ...unions.flatMap((u) => [
      ...u.attested.map((a) => a.document),
      ...u.findings.map((f) => f.attested?.document),
    ]),
    input.charter?.document,
    input.own.supplement.charter?.document,
  ]
  return [...new Set(labels.flatMap((d) => (d ? [d.id] : [])))]
}

function send(
  reply: FastifyReply,
  file: { type: string; bytes: Uint8Array; name: string },
  inline: boolean,
  isPublic: boolean,
): FastifyReply {
  const name = encodeURIComponent(file.name)
    .replaceAll("'", "%27")
    .replaceAll("(", "%28")
    .replaceAll(")", "%29")
  return reply
    .type(file.type)
    .header("cache-control", isPublic ? "public, max-age=60" : "no-store")
    .header("content-disposition", `${inline ? "inline" : "attachment"}; filename*=UTF-8''${name}`)
    .send(Buffer.from(file.bytes))
}

function refusedPage(reply: FastifyReply, format: Format, refusal: Refusal): FastifyReply {
  if (format !== "html") return sendRefusal(reply, refusal)
  return reply
    .code(404)
    .type("text/html; charset=utf-8")
    .header("x-robots-tag", "noindex")
    .send(
      `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>未找到</title><style>body{font:16px/1.7 "Noto Sans SC","Microsoft YaHei",sans-serif;max-width:40rem;margin:15vh auto 0;padding:0 1rem}h1{font-size:1.4rem}</style><main><h1>没有这份公开材料，或已撤下</h1><p><a href="/disclosures">查看全部改革情况公开</a></p></main></html>`,
    )
}
