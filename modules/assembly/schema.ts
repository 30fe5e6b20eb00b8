import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core"
import { dayColumn, universityId } from "../../kit/server/tenancy.ts"
import type { AgendaKind, AgendaPaper } from "./agenda.ts"
import type { AssemblyState, Kind } from "./assembly.ts"
import type { Duty } from "./team.ts"

export const assembly = pgTable(
  "assembly",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    unionId: text("union_id").notNull(),
    kind: text("kind").$type<Kind>().notNull(),
    name: text("name").notNull(),
    day: dayColumn("day").notNull(),
    /** `14:00`, China's time. */
    time: text("time").notNull(),
    place: text("place").notNull(),
    theme: text("theme").notNull().default(""),
    state: text("state").$type<AssemblyState>().notNull(),
    proposedOn: dayColumn("proposed_on").notNull(),
    openedAt: timestamp("opened_at", { withTimezone: true }),
    closedAt: timestamp("closed_at", { withTimezone: true }),
    cancelledBecause: text("cancelled_because"),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    uniqueIndex("assembly_name").on(t.universityId, t.unionId, t.name),
    index("assembly_union").on(t.universityId, t.unionId, t.day),
  ],
)

/** A post in an assembly. Ended, never deleted: who could act on a day stays known. */
export const appointment = pgTable(
  "assembly_appointment",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    assemblyId: text("assembly_id").notNull(),
    number: text("number").notNull(),
    name: text("name").notNull(),
    duty: text("duty").$type<Duty>().notNull(),
    lead: boolean("lead").notNull(),
    basis: text("basis").notNull(),
    from: dayColumn("from_day").notNull(),
    to: dayColumn("to_day"),
    openedBy: text("opened_by").notNull(),
    closedBy: text("closed_by"),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("assembly_appointment_of").on(t.universityId, t.assemblyId, t.duty),
    index("assembly_appointment_who").on(t.universityId, t.number),
  ],
)

/** The agenda, in its order; fixed once the assembly is open. */
export const agendaItem = pgTable(
  "assembly_agenda",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    assemblyId: text("assembly_id").notNull(),
    position: integer("position").notNull(),
    kind: text("kind").$type<AgendaKind>().notNull(),
    title: text("title").notNull(),
    detail: text("detail").notNull(),
    reporter: text("reporter").notNull(),
    minutes: integer("minutes").notNull(),
    papers: jsonb("papers").$type<readonly AgendaPaper[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("assembly_agenda_of").on(t.universityId, t.assemblyId, t.position),
  ],
)
