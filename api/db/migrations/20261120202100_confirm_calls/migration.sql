-- The end of a call is told once, and to numbers without a status callback never: whoever has not heard of it asks.
-- One job for each call, written with its row, and gone with its end.
CREATE FUNCTION ask_for_the_end_of_a_call() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status >= 'CANCELED' THEN
    PERFORM graphile_worker.remove_job('confirmCall:' || NEW.sid);
  ELSIF TG_OP = 'INSERT' THEN
    PERFORM graphile_worker.add_job(
      'confirmCall', json_build_object('sid', NEW.sid), queue_name => 'reconciler',
      run_at => now() + interval '5 minutes', job_key => 'confirmCall:' || NEW.sid, max_attempts => 12
    );
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER ask_for_the_end_of_a_call AFTER INSERT OR UPDATE OF status ON "Call"
FOR EACH ROW EXECUTE FUNCTION ask_for_the_end_of_a_call();
