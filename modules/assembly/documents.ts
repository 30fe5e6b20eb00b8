import type { Paper } from "#kit/paper/paper.ts"
import type { Ctx } from "#kit/server/world.ts"
import { agendaOf } from "./agenda-store.ts"
import { courseFor } from "./course-of.ts"
import { lastHeld } from "./last-held.ts"
import { agendaPaper, teamPaper } from "./lists.ts"
import type { OfAssembly } from "./load.ts"
import {
  approval,
  committee,
  names,
  notice,
  type Papered,
  request,
  secondApproval,
  secondRequest,
} from "./papers.ts"
import { progressOf } from "./progress.ts"
import { type Readiness, readinessOf } from "./readiness.ts"

/** A document of an assembly, in its list: where its files are, or what it still waits for. */
export interface AssemblyDocument {
  readonly key: string
  readonly title: string
  /** The part of the list it stands in: 筹备, 代表, 选举, 会议. */
  readonly group: string
  /** What must be there before it can be drawn up; null: it is there. */
  readonly waits: string | null
  readonly files: readonly { readonly format: "docx" | "pdf" | "xlsx"; readonly href: string }[]
}

/** A room's documents of an assembly, for whoever may read it. */
export type AssemblyDocuments = (ctx: Ctx, of: OfAssembly) => Promise<readonly AssemblyDocument[]>

interface Own {
  readonly title: (p: Papered) => string
  readonly waits: (p: Papered) => string | null
  readonly draw: (p: Papered) => Paper
}

const named = (key: keyof ReturnType<typeof names>) => (p: Papered) => names(p)[key]

/** The papers this room draws up, in the order they are needed. */
const own: Readonly<Record<string, Own>> = {
  request: { title: named("request"), waits: () => null, draw: request },
  approval: { title: named("approval"), waits: () => null, draw: approval },
  committee: {
    title: named("committee"),
    waits: (p) => (p.team.some((t) => t.duty === "preparatory" && t.lead) ? null : "筹备委员会名单和秘书长"),
    draw: committee,
  },
  "second-request": {
    title: named("second-request"),
    waits: (p) => (p.progress.committee ? null : "筹备委员会成立"),
    draw: secondRequest,
  },
  "second-approval": {
    title: named("second-approval"),
    waits: (p) => (p.progress.ready ? null : "再次请示"),
    draw: secondApproval,
  },
  notice: {
    title: named("notice"),
    waits: (p) => (p.progress.convened ? null : "批复正式召开"),
    draw: notice,
  },
  agenda: {
    title: (p) => `${p.assembly.name}议程`,
    waits: (p) => (p.agenda.length > 0 ? null : "拟定议程"),
    draw: agendaPaper,
  },
  team: {
    title: (p) => `${p.assembly.name}各机构名单`,
    waits: (p) => (p.team.length > 0 ? null : "安排人员"),
    draw: teamPaper,
  },
}

/** Everything the papers are drawn up from, read once. */
export async function paperedOf(
  ctx: Ctx,
  { assembly, union, team }: OfAssembly,
  readiness: readonly Readiness[],
): Promise<Papered> {
  const school = union.level === "school"
  const before = (await lastHeld(ctx.tx, [union.id], assembly.proposedOn)).get(union.id)
  return {
    assembly,
    union: union.name,
    level: union.level,
    party: school ? `${ctx.university.name}党委` : `${union.faculty ?? ""}党组织`,
    league: school ? `${ctx.university.name}团委` : `${union.faculty ?? ""}团组织`,
    team,
    agenda: await agendaOf(ctx.tx, assembly.id),
    progress: await progressOf(ctx, await courseFor(ctx.tx, assembly)),
    readiness: await readinessOf(ctx, assembly, readiness),
    last: before && before.name !== assembly.name ? before : null,
  }
}

export const ownDocuments = (p: Papered): readonly AssemblyDocument[] =>
  Object.entries(own).map(([key, { title, waits }]) => ({
    key,
    title: title(p),
    group: "筹备",
    waits: waits(p),
    files:
      waits(p) === null
        ? (["docx", "pdf"] as const).map((format) => ({
            format,
            href: `/api/assembly/documents/${p.assembly.id}/${key}.${format}`,
          }))
        : [],
  }))

/** One of them drawn; undefined where there is none of that name or its data are not there yet. */
export function drawn(p: Papered, key: string): Paper | undefined {
  const wanted = Object.hasOwn(own, key) ? own[key] : undefined
  return wanted && wanted.waits(p) === null ? wanted.draw(p) : undefined
}
