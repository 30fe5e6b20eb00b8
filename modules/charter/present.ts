import { addDays } from "@qiaoliang/basics"
import { type RuleBook, says } from "./settings.ts"
import type { SettingRow, Version } from "./store.ts"

/** A version without its words. */
export const presentVersion = (v: Version) => ({
  id: v.id,
  name: v.name,
  adoptedOn: v.adoptedOn,
  adoptedBy: v.adoptedBy,
  public: v.public,
  ...(v.document ? { document: v.document } : {}),
})

export const presentSetting = (book: RuleBook, s: SettingRow) => ({
  id: s.id,
  kind: s.kind,
  clause: s.clause,
  says: says(book, s),
  from: s.validFrom,
  ...(s.validTo ? { to: addDays(s.validTo, -1) } : {}),
  source: s.source,
})
