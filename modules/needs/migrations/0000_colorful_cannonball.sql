CREATE TABLE "need_category" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"field" text NOT NULL,
	"clock" jsonb NOT NULL,
	"desk" text NOT NULL,
	"position" integer NOT NULL,
	"open" boolean NOT NULL,
	CONSTRAINT "need_category_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "need_help" (
	"university_id" text NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"phone" text NOT NULL,
	"note" text NOT NULL,
	CONSTRAINT "need_help_university_id_position_pk" PRIMARY KEY("university_id","position")
);
--> statement-breakpoint
CREATE TABLE "need_merge" (
	"university_id" text NOT NULL,
	"need_id" text NOT NULL,
	"nth" integer NOT NULL,
	"into" text NOT NULL,
	"undone" boolean NOT NULL,
	"because" text NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "need_merge_university_id_need_id_nth_pk" PRIMARY KEY("university_id","need_id","nth")
);
--> statement-breakpoint
CREATE TABLE "need" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"nth" integer NOT NULL,
	"desk" text NOT NULL,
	"union_id" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"category_id" text NOT NULL,
	"field" text NOT NULL,
	"place" text NOT NULL,
	"shown" text NOT NULL,
	"discreet" boolean NOT NULL,
	"raised_on" text NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"merged_into" text,
	"source" jsonb,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "need_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "need_photo" (
	"university_id" text NOT NULL,
	"need_id" text NOT NULL,
	"file_id" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "need_photo_university_id_need_id_file_id_pk" PRIMARY KEY("university_id","need_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "need_raiser" (
	"university_id" text NOT NULL,
	"need_id" text NOT NULL,
	"number" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "need_raiser_university_id_need_id_pk" PRIMARY KEY("university_id","need_id")
);
--> statement-breakpoint
CREATE TABLE "need_seal" (
	"university_id" text NOT NULL,
	"need_id" text NOT NULL,
	"sealed" text NOT NULL,
	CONSTRAINT "need_seal_university_id_need_id_pk" PRIMARY KEY("university_id","need_id")
);
--> statement-breakpoint
CREATE TABLE "need_shelf" (
	"university_id" text NOT NULL,
	"owner" text NOT NULL,
	"sealed" text NOT NULL,
	CONSTRAINT "need_shelf_university_id_owner_pk" PRIMARY KEY("university_id","owner")
);
--> statement-breakpoint
CREATE TABLE "need_unsealing" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"need_id" text NOT NULL,
	"course_id" text,
	"because" text NOT NULL,
	"by_number" text NOT NULL,
	"by_name" text NOT NULL,
	"by_office" text NOT NULL,
	"capacity" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"on_day" text NOT NULL,
	"opened_on" text,
	"noted_by" text,
	"noted_on" text,
	CONSTRAINT "need_unsealing_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "need_unsealing_view" (
	"university_id" text NOT NULL,
	"unsealing_id" text NOT NULL,
	"number" text NOT NULL,
	"name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"on_day" text NOT NULL,
	CONSTRAINT "need_unsealing_view_university_id_unsealing_id_number_pk" PRIMARY KEY("university_id","unsealing_id","number")
);
--> statement-breakpoint
CREATE TABLE "need_upload" (
	"university_id" text NOT NULL,
	"file_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "need_upload_university_id_file_id_pk" PRIMARY KEY("university_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "need_voice" (
	"university_id" text NOT NULL,
	"need_id" text NOT NULL,
	"tag" text NOT NULL,
	"faculty" text NOT NULL,
	"class_name" text NOT NULL,
	"via" text,
	"on_day" text NOT NULL,
	CONSTRAINT "need_voice_university_id_need_id_tag_pk" PRIMARY KEY("university_id","need_id","tag")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "need_category_name" ON "need_category" USING btree ("university_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "need_nth" ON "need" USING btree ("university_id","nth");--> statement-breakpoint
CREATE INDEX "need_lead" ON "need" USING btree ("university_id","merged_into");--> statement-breakpoint
CREATE INDEX "need_raised" ON "need" USING btree ("university_id","raised_on");--> statement-breakpoint
CREATE INDEX "need_changed" ON "need" USING btree ("university_id","changed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "need_photo_file" ON "need_photo" USING btree ("university_id","file_id");--> statement-breakpoint
CREATE INDEX "need_raiser_who" ON "need_raiser" USING btree ("university_id","number");--> statement-breakpoint
CREATE INDEX "need_unsealing_need" ON "need_unsealing" USING btree ("university_id","need_id");--> statement-breakpoint
CREATE INDEX "need_upload_at" ON "need_upload" USING btree ("university_id","at");