/** Unpacks the Chromium that comes from npm into the folder for temporary files; run with TMPDIR set to where it belongs. */
import chromium from '@sparticuz/chromium'

await chromium.executablePath()
