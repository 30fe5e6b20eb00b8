import { schoolYearName } from "@qiaoliang/basics"
import { assessmentSection } from "./forms.ts"
import type { DisclosureInput } from "./input.ts"
import { windowsOf } from "./roster.ts"
import { seal } from "./seal.ts"
import {
  charterName,
  charterSection,
  chartSection,
  congressSection,
  methodSection,
  responsibleSection,
  staffSection,
} from "./sections.ts"
import type { Disclosure } from "./shape.ts"
import { headings, opening, wordsOf } from "./words-of.ts"

/**
 * The whole disclosure, every section in the order of the form. Pure: the same data gives the same
 * document and the same hash. `unmasked` adds 学号 and exact ranks, for the inspection binder only.
 */
export function compose(input: DisclosureInput, options: { unmasked?: boolean } = {}): Disclosure {
  const { filer, schoolYear } = input
  const unmasked = options.unmasked ?? false
  const w = wordsOf(filer)
  const h = headings(w, charterName(input))
  return {
    format: "qiaoliang-disclosure/1",
    title: `${filer.name}${schoolYearName(schoolYear)}改革情况公开`,
    schoolYear,
    asOf: input.asOf,
    university: input.university.name,
    union: {
      id: filer.id,
      name: filer.name,
      level: filer.level,
      kind: filer.kind,
      ...(filer.faculty ? { faculty: filer.faculty } : {}),
    },
    masked: !unmasked,
    opening: opening(w, schoolYear),
    sections: [
      assessmentSection(input, h),
      charterSection(input, h.charter),
      chartSection(input, h.chart),
      staffSection(input, h.staff, {
        schoolYear,
        masks: input.own.masks,
        unmasked,
        windows: windowsOf(filer),
      }),
      congressSection(input, h.congress),
      methodSection(input, "delegates", h.delegates),
      methodSection(input, "presidium", h.presidium),
      methodSection(input, "members", h.members),
      methodSection(input, "review", h.review),
      responsibleSection(input, h.responsible),
    ],
    grounds: seal(input),
  }
}
