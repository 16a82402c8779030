/**
 * Loaded into api, worker and mail catcher before their own code (`node --import`): when the launcher is killed and
 * cannot stop them any more, the channel to it closes and they leave by themselves, the same way as on Ctrl-C.
 */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
