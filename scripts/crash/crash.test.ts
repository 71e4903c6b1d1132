// In one process, one after the other: they load the machine, and they share a build.
import './databaseAway'
import './failingPublish'
import './killedServer'
import './slowSubscriber'
