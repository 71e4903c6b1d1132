/** Run before a start: reads the configuration, and ends with one line and exit code 1 where it is wrong. */
import './config'
