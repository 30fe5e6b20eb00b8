CREATE TABLE "merging_apart" (
	"university_id" text NOT NULL,
	"a" text NOT NULL,
	"b" text NOT NULL,
	"saying" text NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"on_day" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "merging_apart_university_id_a_b_pk" PRIMARY KEY("university_id","a","b")
);
--> statement-breakpoint
CREATE TABLE "merging_brought" (
	"university_id" text NOT NULL,
	"need_id" text NOT NULL,
	"change" text NOT NULL,
	CONSTRAINT "merging_brought_university_id_need_id_pk" PRIMARY KEY("university_id","need_id")
);
--> statement-breakpoint
CREATE INDEX "merging_apart_saying" ON "merging_apart" USING btree ("university_id","saying");--> statement-breakpoint
CREATE INDEX "merging_brought_change" ON "merging_brought" USING btree ("university_id","change");