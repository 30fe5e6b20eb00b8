import type { Followed } from "./follow.ts"
import type { Listening, Question } from "./listening.ts"

/** What is planned, for everybody who may see it at all. */
export const presentPlan = (l: Listening) => ({
  kind: l.kind,
  title: l.title,
  about: l.about,
  place: l.place,
  onDay: l.onDay,
  untilDay: l.untilDay,
  fromTime: l.fromTime,
  untilTime: l.untilTime,
  offices: l.offices,
  faculties: l.faculties,
  grades: l.grades,
  places: l.places,
})

export const presentAsked = ({ id, kind, title, options, required }: Question) => ({
  id,
  kind,
  title,
  options,
  required,
})

export const presentFollowed = (
  { heard: h, need, handling }: Followed,
  categories: ReadonlyMap<string, string>,
) => ({
  id: h.id,
  categoryId: h.categoryId,
  category: categories.get(h.categoryId) ?? h.field,
  field: h.field,
  words: h.words,
  faculty: h.faculty,
  said: h.said,
  saidBy: h.saidBy,
  need: need
    ? {
        id: need.id,
        nth: need.nth,
        title: need.title,
        joined: h.joined,
        standing: handling?.state ?? null,
        office: handling?.office?.name ?? null,
        late: handling?.late ?? false,
      }
    : null,
})

/** Of things heard, the needs that stand on the public board: number, title and where they stand. */
export const presentNeeds = (all: readonly Followed[]) => [
  ...new Map(
    all.flatMap(({ need, handling }) =>
      need && handling?.open
        ? [[need.id, { id: need.id, nth: need.nth, title: need.title, standing: handling.state }] as const]
        : [],
    ),
  ).values(),
]
