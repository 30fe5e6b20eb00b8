import pg from "pg"
import type { World } from "#kit/server/world.ts"
import { nobody } from "#kit/server/world.ts"
import { rebuild } from "#modules/board/index.ts"
import { usualNeedCategories } from "#policy/practice/needs.ts"
import { addUniversity, asOf } from "./product.ts"
import { tenThousandNeeds } from "./ten-thousand-needs.ts"

const offices = [
  "后勤保障处",
  "图书馆",
  "网络与信息中心",
  "教务处",
  "校医院",
  "体育教学部",
  "保卫处",
  "财务处",
]
const students = 40_000
const voices = 200_000

/** A university with 10,000 needs on its board and 200,000 "me too", some needs with many, most with few. */
export async function withNeeds(world: World, superUrl: string) {
  const university = await addUniversity(world, "诉求大学")
  const client = new pg.Client({ connectionString: superUrl }) // past row-level security
  await client.connect()
  try {
    const said = tenThousandNeeds().map(({ place, text }, i) => ({
      title: text,
      text: `${text}。已经持续了${(i % 9) + 1}周，影响了不少同学，班里有${(i % 23) + 2}人遇到过，找过值班老师两次没有结果，请说明什么时候能解决。`,
      category: i % usualNeedCategories.length,
      place,
    }))
    const needs = said.length
    await client.query(
      `insert into student_union (university_id, id, name, level, kind, opened_by)
       values ($1, 'u', '诉求大学学生会', 'school', 'undergraduate', 'bench')`,
      [university.id],
    )
    await client.query(
      `insert into need (university_id, id, nth, desk, union_id, title, text, category_id, field, place, shown, discreet, raised_on, raised_at, state, changed_at)
       select $1, 'n' || lpad(i::text, 25, '0'), i, 'union', 'u', r.title, r.text, 'usual-' || r.category,
              (array['学业发展', '身心健康', '社会融入', '权益维护'])[1 + i % 4], r.place, 'desk', false,
              to_char($3::date - ((${needs} - i) * 700 / ${needs})::int, 'YYYY-MM-DD'), now(), 'open', now()
       from rows from (jsonb_to_recordset($2::jsonb) as (title text, text text, category int, place text)) with ordinality as r(title, text, category, place, i)`,
      [university.id, JSON.stringify(said), asOf],
    )
    await client.query(
      `insert into handling (university_id, need_id, union_id, desk, state, open, office, place, office_name, misrouted, sent_on, accepted_on,
                             answered_on, solved_on, was_late, outcome, answer, round, imported, changed_at)
       select $1, id, 'u', 'union', (array['sent', 'accepted', 'answered', 'done', 'done'])[1 + nth % 5], true, 'service', 'p',
              ($2::text[])[1 + nth % 8], false, raised_on, case when nth % 5 > 0 then raised_on end,
              case when nth % 5 > 1 then raised_on end, case when nth % 5 > 2 then raised_on end, nth % 7 = 0,
              case when nth % 5 > 1 then 'B' end, case when nth % 5 > 1 then '已经核实，正在安排处理，预计两周内完成，结果会在这里公布。' end,
              1, false, now()
       from need where university_id = $1`,
      [university.id, offices],
    )
    await client.query(
      `insert into handling_answer (university_id, need_id, nth, round, kind, outcome, text, office_name, on_day)
       select university_id, need_id, 1, 1, 'answer', 'B', answer, office_name, answered_on from handling
       where university_id = $1 and answer is not null`,
      [university.id],
    )
    await client.query(
      `insert into handling_deed (university_id, need_id, nth, what, by, by_name, because, on_day, at)
       select h.university_id, h.need_id, d, (array['sent', 'accepted', 'answered'])[d], '', '', coalesce(h.office_name, ''), h.sent_on, now()
       from handling h, generate_series(1, 3) d where h.university_id = $1`,
      [university.id],
    )
    await client.query(
      `insert into need_voice (university_id, need_id, tag, faculty, class_name, on_day)
       select $1, 'n' || lpad((1 + floor(${needs} * power(random(), 2)))::text, 25, '0'), md5(v::text), '学院' || v % 29,
              '班级' || (v % ${students}) / 30, $2 from generate_series(1, ${voices}) v`,
      [university.id, asOf],
    )
    await client.query(
      `insert into handling_rating (university_id, need_id, round, tag, solved, stars, words, on_day)
       select university_id, need_id, 1, tag, abs(hashtext(tag)) % 3 > 0, 4, '', on_day from need_voice
       where university_id = $1 and abs(hashtext(tag)) % 4 = 0`,
      [university.id],
    )
    await client.query("analyze")
    await world.within(university, nobody, rebuild)
    await client.query("vacuum analyze")
  } finally {
    await client.end()
  }
  return university
}
