import { index, integer, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core"
import { dayColumn, universityId } from "../../kit/server/tenancy.ts"
import type { Outcome, SheetPlan } from "./run.ts"

export const importRun = pgTable(
  "import_run",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    fileId: text("file_id").notNull(),
    fileName: text("file_name").notNull(),
    /** The faculty the importer answered for; null: the university. Who may read the run follows from it. */
    faculty: text("faculty"),
    asOf: dayColumn("as_of").notNull(),
    /** Which sheet is read as what, with its columns: proposed by the reader, corrected by the person. */
    plan: jsonb("plan").$type<SheetPlan[]>().notNull(),
    status: text("status")
      .$type<
        "reading" | "proposed" | "checking" | "checked" | "running" | "done" | "failed" | "undone" | "dropped"
      >()
      .notNull(),
    stage: text("stage"),
    progress: integer("progress").notNull().default(0),
    total: integer("total").notNull().default(0),
    outcome: jsonb("outcome").$type<Outcome>(),
    failure: text("failure"),
    createdBy: text("created_by").notNull(),
    createdByName: text("created_by_name").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    finishedAt: timestamp("finished_at", { withTimezone: true }),
    undoneBy: text("undone_by"),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("import_run_at").on(t.universityId, t.createdAt),
  ],
)

/** What a header meant last time, by kind of sheet. */
export const rememberedColumn = pgTable(
  "remembered_column",
  {
    universityId: universityId(),
    kind: text("kind").notNull(),
    header: text("header").notNull(),
    key: text("key"),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.kind, t.header] })],
)
