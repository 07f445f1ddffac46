-- Timing by level: what an organisation's processes inherit where they say nothing themselves.
ALTER TABLE organization ADD COLUMN timing JSONB NOT NULL DEFAULT '{"plannedDays": null, "stepWindow": null}';

-- Documents and compiled versions of format 1 get the fields of format 2, all of them empty: nothing that was published
-- reads or works differently, so this is the one time that published content is written. As the tables' owner, for all
-- organisations at once.
ALTER TABLE process_version NO FORCE ROW LEVEL SECURITY;
ALTER TABLE process_version DISABLE TRIGGER keep_version;

CREATE FUNCTION pg_temp.step_2(step jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT '{"objective": {}, "buyerAction": {}, "desiredResult": {}, "supporting": [], "serves": [], "conditions": [],
           "repeatable": false, "resources": [], "entries": []}'::jsonb || step
$$;
CREATE FUNCTION pg_temp.stage_2(stage jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT '{"stepWindow": null, "entries": []}'::jsonb || stage || jsonb_build_object('steps',
    coalesce((SELECT jsonb_agg(pg_temp.step_2(s) ORDER BY n) FROM jsonb_array_elements(stage -> 'steps') WITH ORDINALITY AS t(s, n)), '[]'))
$$;

UPDATE process_version SET
  document = '{"timing": {"plannedDays": null, "stepWindow": null}}'::jsonb || document || jsonb_build_object(
    'formatVersion', 2,
    'stages', coalesce((SELECT jsonb_agg(pg_temp.stage_2(s) ORDER BY n)
      FROM jsonb_array_elements(document -> 'stages') WITH ORDINALITY AS t(s, n)), '[]')),
  compiled = compiled || jsonb_build_object(
    'formatVersion', 2,
    'stages', coalesce((SELECT jsonb_agg('{"entries": []}'::jsonb || s ORDER BY n)
      FROM jsonb_array_elements(compiled -> 'stages') WITH ORDINALITY AS t(s, n)), '[]'),
    'steps', coalesce((SELECT jsonb_agg(pg_temp.step_2(s) ORDER BY n)
      FROM jsonb_array_elements(compiled -> 'steps') WITH ORDINALITY AS t(s, n)), '[]'))
WHERE document ->> 'formatVersion' = '1';

ALTER TABLE process_version ENABLE TRIGGER keep_version;
ALTER TABLE process_version FORCE ROW LEVEL SECURITY;
