-- How many Twilio would not forget is a figure that is asked for every few seconds.
CREATE INDEX "TwilioCopy_failing_idx" ON "TwilioCopy" (sid) WHERE tries > 0;
