/** A reader that falls before it is ready. */
throw new Error('Cannot find the models')
