import { narrowText } from "@qiaoliang/sheets"
import type { Political } from "#policy/vocabulary.ts"

/** Codes of GB/T 4762: registers exported from other systems carry them instead of words. */
const codes: Readonly<Record<string, Political>> = {
  "01": "member",
  "02": "probationary",
  "03": "league",
}

const otherWords =
  /^(群众|公民|普通群众|无党派|无党派人士|无党派民主人士|民革|民盟|民建|民进|农工党|致公党|九三|台盟|少先队员|非)/
const otherParty =
  /^(中国国民党革命委员会|中国民主|中国农工民主党|中国致公党|九三学社|台湾民主自治同盟|民革|民盟|民建|民进|农工|致公|九三|台盟)/

/**
 * What a written 政治面貌 means, and whether the words are known ones. Remarks in brackets
 * (共青团员（入党积极分子）) do not change it. Blank or unknown words are `other`, not `sure`.
 */
export function readPolitical(written: string): { readonly political: Political; readonly sure: boolean } {
  const text = narrowText(written).replace(/\s/g, "")
  const core = text.replace(/[([（【].*?[)\]）】]/g, "")
  const code = /^\d{1,2}$/.test(core) ? core.padStart(2, "0") : undefined
  if (code) return { political: codes[code] ?? "other", sure: Number(code) >= 1 && Number(code) <= 13 }
  if (otherParty.test(core) || otherWords.test(core)) return { political: "other", sure: true }
  if (/积极分子|发展对象/.test(core) && !/团员|党员/.test(core)) return { political: "other", sure: false }
  if (/预备党员/.test(core)) return { political: "probationary", sure: true }
  if (/(^|的|中共|正式|共产)党员$|^(中共|共产党|中国共产党)(正式)?(党员)?$/.test(core))
    return { political: "member", sure: true }
  if (/党员/.test(core) && /保留团籍/.test(text)) return { political: "member", sure: true }
  if (/^(中国)?(共产主义青年团|共青团|青年团)?(在册)?团员$|^(中国)?共青团员?$|^青年团员$/.test(core))
    return { political: "league", sure: true }
  return { political: "other", sure: false }
}
