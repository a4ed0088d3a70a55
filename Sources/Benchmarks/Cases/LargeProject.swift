/// The text of a project's network as Embody exports one, with every kind of field: 669 operators.
nonisolated enum LargeProject {
    /// How many operators it describes, its annotations included.
    static let operators = 3 + groups * 18
    private static let groups = 37

    /// The network in TDN 2.0.
    static var text: String { head + (0..<groups).map(group).joined() }

    private static let head = """
        format: tdn
        version: '2.0'
        build: 12
        generator: benchmark
        td_build: '2025.32050'
        exported_at: '2026-01-02T03:04:05Z'
        network_path: /project1
        options: {include_dat_content: true, include_storage: true}
        type: containerCOMP
        parameters: {w: 1280, h: =me.par.w / 16 * 9}
        flags: [viewer]
        comment: the show
        storage:
          count: 3
          point: {$type: tuple, $value: [1, 2.5]}
          names: {$type: set, $value: [a, b]}
          raw: {$type: bytes, $value: AAEC/w==}
        type_defaults:
          textDAT:
            parameters: {language: python}
            flags: [viewer]
            size: [130, 90]
          baseCOMP:
            color: [0.55, 0.55, 0.55]
        par_templates:
          about:
          - {name: Build, style: Int, label: Build Number, readOnly: true}
          - {name: Date, style: Str}
          - {name: Help, style: Pulse}
        annotations:
        - {name: annotate1, mode: annotate, title: Groups, text: One of many, size: [900, 500]}
        operators:
        - name: perform
          type: windowCOMP
          parameters: {winop: ./group0, borders: false}
        - name: clock1
          type: lfoCHOP
          parameters: {frequency: 0.25, amp: =parent().par.w / 1280}

        """

    private static func group(_ number: Int) -> String {
        """
        - name: group\(number)
          type: baseCOMP
          position: [\(number % 8 * 400), \(number / 8 * -300)]
          size: [160, 130]
          color: [0.2, 0.4, 0.8]
          tags: [live, part\(number % 5)]
          comment: group \(number)
          custom_pars:
            Controls:
            - {name: Speed, label: Speed, style: Float, default: 1, max: 10, clampMin: true, value: 2.5}
            - {name: Tint, style: RGBA, size: 4, values: [1, =absTime.seconds, 0, 1]}
            - {name: Mode, style: Menu, menuNames: [slow, fast], menuLabels: [Slow, Fast], value: fast}
            - {name: Target, style: OP, value: ./table1}
            About:
              $t: about
              Build: \(number)
          sequences:
            ext:
            - {object: op('./GroupExt').module.GroupExt(me), name: Group, promote: true}
          storage:
            settings: {speed: 2.5, names: [a, b, c], nested: {on: true}}
          children:
          - name: GroupExt
            type: textDAT
            dat_content: |
              import queue, threading

              class GroupExt:
                  def __init__(self, ownerComp):
                      self.ownerComp = ownerComp
                      self.results = queue.Queue()

                  def Start(self):
                      threading.Thread(target=self.work, daemon=True).start()

                  def work(self):
                      self.results.put(\(number))

                  def Check(self):
                      while not self.results.empty():
                          self.ownerComp.op('table1')[0, 1].val = self.results.get_nowait()
            dat_content_format: text
          - name: table1
            type: tableDAT
            position: [200, 0]
            dock: GroupExt
            dat_content:
            - [name, value, note]
            - [speed, 1.50, the fastest]
            - [on, true, '']
            - [path, 'C:\\media\\clip.mov', "a \\"quoted\\" word"]
            - [count, \(number), 'yes']
            dat_content_format: table
          - name: execute1
            type: executeDAT
            position: [400, 0]
            flags: [viewer]
            parameters: {start: true, framestart: true}
            dat_content: |
              def onStart():
                  parent().Start()

              def onFrameStart(frame):
                  parent().Check()
            dat_content_format: text
        \(channels)\(pictures)
        """
    }

    /// What a group computes.
    private static let channels = """
          - name: noise1
            type: noiseCHOP
            position: [0, -150]
            parameters: {period: 2.5, amp: ~parent().par.Speed, channelname: tx ty tz}
          - name: math1
            type: mathCHOP
            position: [200, -150]
            parameters: {gain: =parent().par.Speed * 2, postoff: -1}
            inputs: [noise1]
          - name: merge1
            type: mergeCHOP
            position: [400, -150]
            inputs: [math1, noise1]
          - name: null1
            type: nullCHOP
            position: [600, -150]
            flags: [viewer, -expose]
            inputs: [merge1]

        """

    /// The other half of a group: pictures, and a panel with children of its own.
    private static let pictures = """
          - name: movie1
            type: moviefileinTOP
            position: [0, -300]
            parameters: {file: media/clip.mov, play: "=op('null1')['tx'] > 0"}
          - name: level1
            type: levelTOP
            position: [200, -300]
            parameters: {brightness1: 1.2, opacity: "=op('null1')['ty']"}
            inputs: [movie1]
          - name: comp1
            type: compositeTOP
            position: [400, -300]
            parameters: {operand: add, tx: 0.25, ty: -0.25}
            inputs: [level1, movie1]
          - name: out1
            type: outTOP
            position: [600, -300]
            inputs: [comp1]
          - name: panel
            type: containerCOMP
            position: [0, -500]
            parameters: {w: 300, h: 80, align: lefttoright}
            children:
            - name: button1
              type: containerCOMP
              parameters: {w: 100, h: 80, clickthrough: false}
              children:
              - name: text1
                type: textTOP
                parameters: {text: Start, fontsizex: 18}
              - name: out1
                type: outTOP
                inputs: [text1]
            - name: slider1
              type: containerCOMP
              parameters: {w: 200, h: 80}
              children:
              - name: value
                type: constantCHOP
                parameters: {name0: v1, value0: 0.5}

        """
}
