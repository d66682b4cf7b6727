import { Component, type ReactNode } from 'react';
import { DefectScreen } from './DefectScreen';

interface DefectBoundaryProps {
  readonly children: ReactNode;
}

interface DefectBoundaryState {
  readonly isBroken: boolean;
}

/** Shows a calm screen in place of one that broke down. React hands the error itself to the root's `onCaughtError`. */
export class DefectBoundary extends Component<DefectBoundaryProps, DefectBoundaryState> {
  override state: DefectBoundaryState = { isBroken: false };

  static getDerivedStateFromError(): DefectBoundaryState {
    return { isBroken: true };
  }

  override render(): ReactNode {
    return this.state.isBroken ? <DefectScreen /> : this.props.children;
  }
}
