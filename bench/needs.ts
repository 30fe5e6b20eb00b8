import pg from "pg"
import type { World } from "#kit/server/world.ts"
import { nobody } from "#kit/server/world.ts"
import { rebuild } from "#modules/board/index.ts"
import { usualNeedCategories } from "#policy/practice/needs.ts"
import { addUniversity, asOf } from "./product.ts"

const places = [
  "一号楼",
  "二号楼",
  "五号楼",
  "第一食堂",
  "第二食堂",
  "图书馆",
  "体育馆",
  "教学楼",
  "东门",
  "实验楼",
]
const things = [
  ["宿舍", "宿舍热水晚上供应不足", "热水", "请延长供水时间"],
  ["食堂", "食堂中午排队时间太长", "窗口", "请增开窗口"],
  ["图书馆", "图书馆周末闭馆太早", "座位", "请延长开放时间"],
  ["网络", "校园网晚间经常断线", "信号", "请检修设备"],
  ["报修", "洗衣机坏了没有人修", "报修单", "请尽快维修"],
  ["考试", "考试安排过于集中", "科目", "请调整日程"],
  ["场馆", "羽毛球场预约不上", "场地", "请公布规则"],
  ["校医院", "校医院取药等候太久", "药房", "请增加人手"],
  ["就业", "招聘会信息发布太晚", "通知", "请提前公布"],
  ["资助", "助学金到账时间不明", "进度", "请说明时间"],
]
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

/** A university with so many needs on its board and so many "me too", some needs with many, most with few. */
export async function withNeeds(world: World, superUrl: string, needs = 10_000, voices = 200_000) {
  const university = await addUniversity(world, "诉求大学")
  const client = new pg.Client({ connectionString: superUrl }) // past row-level security
  await client.connect()
  try {
    const said = Array.from({ length: needs }, (_, i) => {
      const [category, title, thing, wish] = things[(i * 7) % things.length]!
      const place = places[(i * 3) % places.length]!
      return {
        title: `${place}${title}`,
        text: `${place}的${thing}问题已经持续了${(i % 9) + 1}周，${category}方面影响了不少同学，班里有${(i % 23) + 2}人遇到过，找过值班老师两次没有结果。${wish}，并说明什么时候能解决。第${i}次记录。`,
        category: usualNeedCategories.findIndex((c) => c.name.includes(category!)) % 17,
        place,
      }
    })
    await client.query(
      `insert into student_union (university_id, id, name, level, kind, opened_by)
       values ($1, 'u', '诉求大学学生会', 'school', 'undergraduate', 'bench')`,
      [university.id],
    )
    await client.query(
      `insert into need (university_id, id, nth, desk, union_id, title, text, category_id, field, place, shown, discreet, raised_on, raised_at, state, changed_at)
       select $1, 'n' || lpad(i::text, 25, '0'), i, 'union', 'u', r.title, r.text, 'usual-' || greatest(r.category, 0),
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
