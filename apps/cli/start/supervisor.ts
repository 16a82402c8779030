import {
  type ChildEvent,
  type ChildSpec,
  RESTART_POLICY,
  type RestartPolicy,
  SupervisedChild,
} from './supervised-child.js';

/** The children of the launcher: started one after the other, kept alive, stopped in the opposite order. */
export class Supervisor {
  private readonly children: { name: string; child: SupervisedChild }[] = [];
  private isStopping = false;

  constructor(
    private readonly onEvent: (spec: ChildSpec, event: ChildEvent) => void,
    private readonly policy: RestartPolicy = RESTART_POLICY,
  ) {}

  /** @throws ChildFailedError when the child does not become ready */
  async start(spec: ChildSpec): Promise<void> {
    if (this.isStopping) throw new Error('the supervisor is stopping');
    const child = new SupervisedChild(spec, this.onEvent, this.policy);
    this.children.push({ name: spec.name, child });
    await child.start();
  }

  /**
   * Stops every child, the last started first, each one gone before the next is told.
   * @param onStopping told the name of each child as its turn comes
   */
  async stopAll(onStopping: (name: string) => void = () => undefined): Promise<void> {
    this.isStopping = true;
    for (const { name, child } of this.children.toReversed()) {
      onStopping(name);
      await child.stop();
    }
  }

  /** Kills every child at once. */
  async killAll(): Promise<void> {
    this.isStopping = true;
    await Promise.all(this.children.map(({ child }) => child.stop({ isForced: true })));
  }
}
