import { and, asc, desc, eq, inArray, max, ne, or } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import type { Category } from "#policy/practice/proposals.ts"
import type { Answer, Deed, Proposal, Rating, Rules, RulesRow, Signer, Version } from "./proposal.ts"
import { answer, deed, proposal, rating, rules, signer, version } from "./schema.ts"

const here = (tx: Tx, table: { universityId: typeof proposal.universityId }) =>
  eq(table.universityId, tx.university)

export async function rulesOf(tx: Tx, assemblyId: string): Promise<Rules | undefined> {
  const [row] = await tx.sql
    .select()
    .from(rules)
    .where(and(eq(rules.universityId, tx.university), eq(rules.assemblyId, assemblyId)))
    .orderBy(desc(rules.version))
    .limit(1)
  return row && { ...row, categories: row.categories as readonly Category[] }
}

export async function insertRules(tx: Tx, row: RulesRow): Promise<void> {
  await tx.sql.insert(rules).values({ ...row, universityId: tx.university })
}

export async function proposalById(tx: Tx, id: string, hold = false): Promise<Proposal | undefined> {
  const found = tx.sql
    .select()
    .from(proposal)
    .where(and(here(tx, proposal), eq(proposal.id, id)))
  const [row] = await (hold ? found.for("update") : found)
  return row
}

/** Those of an assembly, by number; drafts are nobody's but their author's. */
export const proposalsIn = (tx: Tx, assemblyId: string, hold = false): Promise<Proposal[]> => {
  const found = tx.sql
    .select()
    .from(proposal)
    .where(and(here(tx, proposal), eq(proposal.assemblyId, assemblyId), ne(proposal.state, "draft")))
    .orderBy(asc(proposal.nth), asc(proposal.id))
  return hold ? found.for("update") : found
}

/** What somebody wrote or was asked to join, the newest first. */
export async function proposalsWith(tx: Tx, number: string, assemblyId?: string): Promise<Proposal[]> {
  const asked = tx.sql
    .select({ id: signer.proposalId })
    .from(signer)
    .where(and(eq(signer.universityId, tx.university), eq(signer.number, number)))
  return tx.sql
    .select()
    .from(proposal)
    .where(
      and(
        here(tx, proposal),
        or(eq(proposal.author, number), inArray(proposal.id, asked)),
        assemblyId ? eq(proposal.assemblyId, assemblyId) : undefined,
      ),
    )
    .orderBy(desc(proposal.id))
}

/** Those merged into one. */
export const mergedInto = (tx: Tx, leads: readonly string[]): Promise<Proposal[]> =>
  leads.length === 0
    ? Promise.resolve([])
    : tx.sql
        .select()
        .from(proposal)
        .where(
          and(here(tx, proposal), inArray(proposal.mergedInto, [...leads]), eq(proposal.state, "merged")),
        )
        .orderBy(asc(proposal.nth))

export async function nextNth(tx: Tx, assemblyId: string): Promise<number> {
  const [row] = await tx.sql
    .select({ last: max(proposal.nth) })
    .from(proposal)
    .where(and(here(tx, proposal), eq(proposal.assemblyId, assemblyId)))
  return (row?.last ?? 0) + 1
}

export async function insertProposal(tx: Tx, row: Proposal): Promise<void> {
  await tx.sql.insert(proposal).values({ ...row, universityId: tx.university })
}

export async function changeProposal(
  tx: Tx,
  id: string,
  change: Partial<Omit<Proposal, "id" | "assemblyId" | "author">>,
): Promise<void> {
  await tx.sql
    .update(proposal)
    .set(change)
    .where(and(here(tx, proposal), eq(proposal.id, id)))
}

export async function dropDraft(tx: Tx, id: string): Promise<void> {
  await tx.sql.delete(signer).where(and(eq(signer.universityId, tx.university), eq(signer.proposalId, id)))
  await tx.sql
    .delete(proposal)
    .where(and(here(tx, proposal), eq(proposal.id, id), eq(proposal.state, "draft")))
}

export const signersOf = (tx: Tx, ids: readonly string[]): Promise<Signer[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : tx.sql
        .select()
        .from(signer)
        .where(and(eq(signer.universityId, tx.university), inArray(signer.proposalId, [...ids])))
        .orderBy(asc(signer.number))

/** The people asked to join, as they are to be: those no longer asked go, new ones come. */
export async function setSigners(tx: Tx, id: string, rows: readonly Signer[]): Promise<void> {
  await tx.sql.delete(signer).where(and(eq(signer.universityId, tx.university), eq(signer.proposalId, id)))
  if (rows.length > 0)
    await tx.sql.insert(signer).values(rows.map((r) => ({ ...r, universityId: tx.university })))
}

export async function signAs(
  tx: Tx,
  id: string,
  number: string,
  change: Pick<Signer, "state" | "named" | "at">,
): Promise<void> {
  await tx.sql
    .update(signer)
    .set(change)
    .where(and(eq(signer.universityId, tx.university), eq(signer.proposalId, id), eq(signer.number, number)))
}

export const versionsOf = (tx: Tx, id: string): Promise<Version[]> =>
  tx.sql
    .select()
    .from(version)
    .where(and(eq(version.universityId, tx.university), eq(version.proposalId, id)))
    .orderBy(asc(version.version))

export async function insertVersion(tx: Tx, row: Version): Promise<void> {
  await tx.sql.insert(version).values({ ...row, universityId: tx.university })
}

export const deedsOf = (tx: Tx, id: string): Promise<Deed[]> =>
  tx.sql
    .select()
    .from(deed)
    .where(and(eq(deed.universityId, tx.university), eq(deed.proposalId, id)))
    .orderBy(asc(deed.nth))

/** One more deed of a proposal, which is held meanwhile. */
export async function insertDeed(tx: Tx, row: Omit<Deed, "nth">): Promise<void> {
  const [last] = await tx.sql
    .select({ nth: max(deed.nth) })
    .from(deed)
    .where(and(eq(deed.universityId, tx.university), eq(deed.proposalId, row.proposalId)))
  await tx.sql.insert(deed).values({ ...row, nth: (last?.nth ?? 0) + 1, universityId: tx.university })
}

/** Answers of a proposal, the latest first. */
export const answersOf = (tx: Tx, id: string): Promise<Answer[]> =>
  tx.sql
    .select()
    .from(answer)
    .where(and(eq(answer.universityId, tx.university), eq(answer.proposalId, id)))
    .orderBy(desc(answer.version))

export async function insertAnswer(tx: Tx, row: Answer): Promise<void> {
  await tx.sql.insert(answer).values({ ...row, universityId: tx.university })
}

export const ratingsOf = (tx: Tx, id: string): Promise<Rating[]> =>
  tx.sql
    .select()
    .from(rating)
    .where(and(eq(rating.universityId, tx.university), eq(rating.proposalId, id)))
    .orderBy(asc(rating.of))

export async function insertRating(tx: Tx, row: Rating): Promise<void> {
  await tx.sql.insert(rating).values({ ...row, universityId: tx.university })
}
